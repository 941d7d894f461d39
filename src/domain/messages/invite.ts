import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { AppointmentFacts } from "./appointment-facts";
import { foldByOctets } from "./fold-by-octets";
import { oneLine } from "./safe-text";
import type { MessageWords } from "./words/message-words";
import { wordsIn } from "./words/words-in";

export type InviteMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/**
 * The appointment as an iCalendar object (RFC 5545, RFC 5546). One UID for the whole series, so that an update replaces
 * the entry and a cancellation removes it. PUBLISH is for a download from our own page: it invites nobody, and says itself when the
 * visit does not take place.
 */
export function appointmentInvite(facts: AppointmentFacts, method: InviteMethod, manageUrl: string, now: number): string {
  const language = facts.languages.patient;
  const { invite } = wordsIn(language);
  const status = method === "CANCEL" || isOff(facts) ? ICalEventStatus.CANCELLED : facts.status === "PENDING" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: { company: "MedBookings", product: "Appointments", language: language.toUpperCase() } });
  const event = calendar.createEvent({
    id: `${facts.seriesId}@medbookings`,
    sequence: facts.sequence,
    stamp: new Date(now),
    lastModified: new Date(facts.changedAt),
    start: new Date(facts.startsAt),
    end: new Date(facts.endsAt),
    summary: oneLine(invite.summary(facts.provider.name)),
    description: status === ICalEventStatus.CANCELLED ? invite.cancelled : [...(facts.meetUrl === null ? [] : [invite.join(facts.meetUrl)]), invite.manage(manageUrl)].join("\n"),
    location: locationOf(facts, invite),
    organizer: { name: parameterText(facts.clinic.name), email: facts.clinic.email },
    status,
  });
  if (method !== "PUBLISH" && facts.patient.email !== null) {
    event.createAttendee({ name: parameterText(facts.patient.name), email: facts.patient.email, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  }
  return foldByOctets(calendar.toString());
}

const isOff = ({ status }: AppointmentFacts) => status === "CANCELLED" || status === "DECLINED" || status === "EXPIRED";

/** A parameter knows no escapes: a quote would end it (RFC 5545, 3.1), a caret begins a sequence of its own (RFC 6868), the writer doubles a backslash. */
const parameterText = (name: string): string => oneLine(name.replace(/["^\\]/g, (sign) => (sign === '"' ? "'" : " "))) || "-";

function locationOf(facts: AppointmentFacts, words: MessageWords["invite"]): string | null {
  if (facts.mode === "ONLINE") return facts.meetUrl ?? words.video;
  if (facts.mode === "PHONE") return words.phone;
  return facts.place && facts.place.lines.map((line) => oneLine(line)).join(", ");
}
