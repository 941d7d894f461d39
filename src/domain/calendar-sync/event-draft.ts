import { conferenceRequestIdOf, eventIdOf } from "./event-id";

/** What the provider's own calendar may know of a visit. Neither the reason for it nor the service, which often tells it. */
export interface VisitForCalendar {
  readonly id: string;
  readonly seriesId: string;
  readonly reference: string;
  readonly version: number;
  readonly mode: "IN_PERSON" | "ONLINE" | "PHONE";
  readonly patientName: string | null;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly timeZone: string;
  /** Where an in-person visit takes place, as one line. */
  readonly place: string | null;
}

const MODE_WORDS = { IN_PERSON: "In person", ONLINE: "Online", PHONE: "By telephone" } as const;

/** The page on which staff see the visit. */
export const staffPageOf = (publicOrigin: string, reference: string): string => `${publicOrigin}/provider/bookings?open=${encodeURIComponent(reference)}`;

/**
 * The event of a visit: titled with the patient's name, since only the provider reads it. `conference` asks for a Meet
 * link; its `failedEtag` is that of the event on which an earlier link failed. `meetUrl` is a link that patients have already.
 */
export function draftEvent(visit: VisitForCalendar, publicOrigin: string, conference: { failedEtag: string | null } | null, meetUrl: string | null = null) {
  return {
    eventId: eventIdOf(visit.seriesId),
    title: visit.patientName ?? "Appointment",
    description: [`${MODE_WORDS[visit.mode]} · reference ${visit.reference}`, staffPageOf(publicOrigin, visit.reference)].join("\n"),
    startsAt: visit.startsAt,
    endsAt: visit.endsAt,
    timeZone: visit.timeZone,
    location: visit.mode === "IN_PERSON" ? visit.place : null,
    seriesId: visit.seriesId,
    bookingId: visit.id,
    bookingVersion: visit.version,
    conferenceRequestId: conference === null ? null : conferenceRequestIdOf(visit.seriesId, conference.failedEtag),
    meetUrl,
  };
}
