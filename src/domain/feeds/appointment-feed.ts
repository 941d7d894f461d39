import ical, { ICalEventClass, ICalEventStatus } from "ical-generator";
import { foldByOctets } from "@/domain/messages/fold-by-octets";
import { oneLine } from "@/domain/messages/safe-text";

/** One appointment as a feed shows it. Instants are epoch milliseconds. Holds no link that lets its bearer do anything. */
export interface FeedEntry {
  readonly seriesId: string;
  readonly state: "confirmed" | "tentative" | "cancelled";
  readonly startsAt: number;
  readonly endsAt: number;
  /** iCalendar SEQUENCE, as in the invitations. */
  readonly sequence: number;
  readonly changedAt: number;
  readonly title: string;
  readonly place: string | null;
  /** A page that asks who is there before it shows anything. */
  readonly url: string | null;
}

const STATUS = { confirmed: ICalEventStatus.CONFIRMED, tentative: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED } as const;
const REFRESH_SECONDS = 15 * 60;

/**
 * Appointments as an iCalendar stream (RFC 5545) with the UID and SEQUENCE of the e-mailed invitations. Without METHOD,
 * so that DTSTAMP is the time of the last change (3.8.7.2) and the same appointments always make the same text.
 */
export function appointmentFeed(name: string, entries: readonly FeedEntry[]): string {
  const calendar = ical({ name: oneLine(name), prodId: { company: "MedBookings", product: "Appointments", language: "EN" }, ttl: REFRESH_SECONDS });
  for (const entry of entries) {
    const changedAt = new Date(entry.changedAt);
    calendar.createEvent({
      id: `${entry.seriesId}@medbookings`,
      sequence: entry.sequence,
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(entry.startsAt),
      end: new Date(entry.endsAt),
      summary: oneLine(entry.title),
      location: entry.place === null ? null : oneLine(entry.place, 300),
      url: entry.url,
      status: STATUS[entry.state],
      class: ICalEventClass.PRIVATE,
    });
  }
  return foldByOctets(calendar.toString());
}
