import { againUrl, type AppointmentFacts, type MessageLinks } from "./appointment-facts";
import { appointmentKind, type AppointmentKind, type AppointmentTemplate } from "./appointment-kinds";
import { appointmentTime, readerLanguage } from "./appointment-time";
import { worded } from "./appointment-words";
import { oneLine } from "./safe-text";
import { smsSegments } from "./sms-segments";
import type { TextParts } from "./words/message-words";
import { wordsIn } from "./words/words-in";

/** Who, when and one link, for SMS and WhatsApp. Providers' texts name no patient. */
export function textParts(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): TextParts {
  const { recipient, link } = appointmentKind(template);
  return {
    who: recipient === "PROVIDER" ? "MedBookings" : facts.provider.name,
    when: appointmentTime(facts, recipient).short,
    link: linkOf(link, facts, links),
    willCome: facts.isAttendanceConfirmed || !facts.asksAttendance,
  };
}

function linkOf(link: AppointmentKind["link"], { meetUrl }: AppointmentFacts, links: MessageLinks): string {
  if (link === "meet" && meetUrl !== null) return meetUrl;
  return { manage: links.manageUrl, meet: links.manageUrl, book: links.bookUrl, again: againUrl(links), staff: links.staffUrl }[link];
}

/** The sentence of a message in its reader's language. A WhatsApp template submitted for approval should read the same. */
export const textSentence = (template: AppointmentTemplate, facts: AppointmentFacts, parts: TextParts): string =>
  wordsIn(readerLanguage(facts, appointmentKind(template).recipient)).templates[worded(template, facts)].text(parts);

const NAME_LENGTHS = [60, 40, 30, 24, 18, 12, 8];
/** "View, move or cancel: " and the like: what a link says by itself when there is no room. */
const INVITATION = /[^.:]+: (?=https?:\/\/\S+$)/;

/** The SMS of a template: one segment where it fits, never more than two; the words before the link go first, then the name. */
export function smsText(template: AppointmentTemplate, facts: AppointmentFacts, links: MessageLinks): string {
  const parts = textParts(template, facts, links);
  const write = (who: string) => basicLetters(textSentence(template, facts, { ...parts, who }));
  const full = NAME_LENGTHS.map((length) => write(plainSigns(oneLine(parts.who, length))));
  const brief = full.map((text) => text.replace(INVITATION, " ").replace(/\s+/g, " "));
  const [fullName = ""] = full;
  const [briefName = ""] = brief;
  return [fullName, briefName].find((text) => smsSegments(text) === 1) ?? [...full, ...brief].find((text) => smsSegments(text) <= 2) ?? write(plainLetters(parts.who));
}

/** Typographic signs outside the basic alphabet would make every segment less than half as long. */
const plainSigns = (text: string) => text.replace(/[’‘]/g, "'").replace(/[–—]/g, "-").replaceAll("…", "...");
const plainLetters = (text: string) => oneLine(text.normalize("NFKD").replace(/[^\x20-\x7e]/g, ""), 20).replaceAll("…", "");

/** Accents that the basic alphabet lacks ("á", "ç", "ã") are left off, as phones in these countries do; it has "é", "ü" and "ñ". */
const basicLetters = (text: string) => plainSigns(text).replace(/[^\n -~]/g, (letter) => (smsSegments(letter.repeat(71)) === 1 ? letter : letter.normalize("NFD").replace(/\p{M}/gu, "")));
