import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import type { AppointmentFacts } from "./appointment-facts";
import { foldByOctets } from "./fold-by-octets";
import { oneLine } from "./safe-text";
import type { MessageWords } from "./words/message-words";
import { wordsIn } from "./words/words-in";

export type InviteMethod = "REQUEST" | "CANCEL" | "PUBLISH";

/**
 * The appointment as an iCalendar object (RFC 5545, RFC 5546). One UID for the whole series, so that an update replaces
 * the entry and a cancellation removes it. PUBLISH is for a download from our own page: it invites nobody.
 */
export function appointmentInvite(facts: AppointmentFacts, method: InviteMethod, manageUrl: string, now: number): string {
  const language = facts.languages.patient;
  const { invite } = wordsIn(language);
  const calendar = ical({ method: ICalCalendarMethod[method], prodId: { company: "MedBookings", product: "Appointments", language: language.toUpperCase() } });
  const event = calendar.createEvent({
    id: `${facts.seriesId}@medbookings`,
    sequence: facts.sequence,
    stamp: new Date(now),
    start: new Date(facts.startsAt),
    end: new Date(facts.endsAt),
    summary: oneLine(invite.summary(facts.provider.name)),
    description: method === "CANCEL" ? invite.cancelled : [...(facts.meetUrl === null ? [] : [invite.join(facts.meetUrl)]), invite.manage(manageUrl)].join("\n"),
    location: locationOf(facts, invite),
    organizer: { name: oneLine(facts.clinic.name), email: facts.clinic.email },
    status: method === "CANCEL" ? ICalEventStatus.CANCELLED : facts.status === "PENDING" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
  });
  if (method !== "PUBLISH" && facts.patient.email !== null) {
    event.createAttendee({ name: oneLine(facts.patient.name), email: facts.patient.email, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  }
  return foldByOctets(calendar.toString());
}

function locationOf(facts: AppointmentFacts, words: MessageWords["invite"]): string | null {
  if (facts.mode === "ONLINE") return facts.meetUrl ?? words.video;
  if (facts.mode === "PHONE") return words.phone;
  return facts.place && facts.place.lines.map((line) => oneLine(line)).join(", ");
}
