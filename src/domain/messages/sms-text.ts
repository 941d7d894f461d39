import type { AppointmentFacts, MessageLinks } from "./appointment-facts";
import { appointmentTime } from "./appointment-time";
import type { AppointmentTemplate } from "./message-template";
import { oneLine } from "./safe-text";
import { smsSegments } from "./sms-segments";

/** What a text message is made of; WhatsApp's approved templates take them as {{1}}, {{2}} and {{3}}. */
export interface TextParts {
  readonly who: string;
  readonly when: string;
  readonly link: string;
}

const SENTENCES: Record<AppointmentTemplate, (parts: TextParts) => string> = {
  "booking-confirmed": ({ who, when, link }) => `Booked: ${who}, ${when}. View, move or cancel: ${link}`,
  "booking-pending": ({ who, when, link }) => `Request received: ${who}, ${when}. We tell you once it is answered: ${link}`,
  "booking-approved": ({ who, when, link }) => `Confirmed: ${who}, ${when}. View, move or cancel: ${link}`,
  "booking-declined": ({ who, when, link }) => `Not possible: ${who}, ${when}. Nothing is booked. Other times: ${link}`,
  "booking-rescheduled": ({ who, when, link }) => `New time: ${who}, ${when}. View, move or cancel: ${link}`,
  "booking-cancelled": ({ who, when, link }) => `Cancelled: ${who}, ${when}. Other times: ${link}`,
  "booking-expired": ({ who, when, link }) => `Not answered in time: ${who}, ${when}. Nothing is booked. Other times: ${link}`,
  "meet-ready": ({ who, when, link }) => `Your video link: ${who}, ${when}. Join: ${link}`,
  reminder: ({ who, when, link }) => `Reminder: ${who}, ${when}. View, move or cancel: ${link}`,
  "provider-booking-confirmed": ({ who, when, link }) => `${who}: new booking, ${when}. ${link}`,
  "provider-booking-pending": ({ who, when, link }) => `${who}: new request, ${when}. Please answer: ${link}`,
  "provider-booking-rescheduled": ({ who, when, link }) => `${who}: a booking moved to ${when}. ${link}`,
  "provider-booking-cancelled": ({ who, when, link }) => `${who}: a booking was cancelled, ${when}. ${link}`,
  "provider-booking-expired": ({ who, when, link }) => `${who}: a request expired unanswered, ${when}. ${link}`,
};

const NO_APPOINTMENT = new Set<AppointmentTemplate>(["booking-declined", "booking-cancelled", "booking-expired"]);

/** Who, when and one link, for SMS and WhatsApp. Providers' texts name no patient. */
export function textParts(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): TextParts {
  const isForProvider = template.startsWith("provider-");
  const patientLink = template === "meet-ready" && facts.meetUrl !== null ? facts.meetUrl : NO_APPOINTMENT.has(template) ? links.bookUrl : links.manageUrl;
  return {
    who: isForProvider ? "MedBookings" : facts.provider.name,
    when: appointmentTime(facts, isForProvider ? "PROVIDER" : "PATIENT").short,
    link: isForProvider ? links.staffUrl : patientLink,
  };
}

/** The sentence of a template. A WhatsApp template submitted for approval should read the same. */
export const textSentence = (template: AppointmentTemplate, parts: TextParts): string => SENTENCES[template](parts);

const NAME_LENGTHS = [60, 40, 30, 24, 18, 12, 8];
/** "View, move or cancel: " and the like: what a link says by itself when there is no room. */
const INVITATION = /[^.:]+: (?=https?:\/\/\S+$)/;

/** The SMS of a template: one segment where it fits, never more than two; the words before the link go first, then the name. */
export function smsText(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): string {
  const parts = textParts(template, facts, links);
  const full = NAME_LENGTHS.map((length) => textSentence(template, { ...parts, who: plainSigns(oneLine(parts.who, length)) }));
  const brief = full.map((text) => text.replace(INVITATION, " ").replace(/\s+/g, " "));
  const [fullName = ""] = full;
  const [briefName = ""] = brief;
  return [fullName, briefName].find((text) => smsSegments(text) === 1) ?? [...full, ...brief].find((text) => smsSegments(text) <= 2) ?? textSentence(template, { ...parts, who: plainLetters(parts.who) });
}

/** Typographic signs outside the basic alphabet would make every segment less than half as long. */
const plainSigns = (text: string) => text.replace(/[’‘]/g, "'").replace(/[–—]/g, "-").replaceAll("…", "...");
const plainLetters = (text: string) => oneLine(text.normalize("NFKD").replace(/[^\x20-\x7e]/g, ""), 20).replaceAll("…", "");
