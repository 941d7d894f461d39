import type { AppointmentStatus, VisitMode } from "@/domain/messages/appointment-facts";
import type { FeedEntry } from "./appointment-feed";
import { initialsOf } from "./initials-of";

export type FeedReader = "provider" | "patient";

/** What is loaded of a booking for a feed. Neither service nor reason nor notes, nor any link, are here: they cannot leak. */
export interface FeedBooking {
  readonly seriesId: string;
  readonly status: AppointmentStatus;
  readonly mode: VisitMode;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly sequence: number;
  readonly changedAt: number;
  readonly patientName: string;
  readonly providerName: string;
  readonly address: string | null;
}

const STATES: Partial<Record<AppointmentStatus, FeedEntry["state"]>> = {
  PENDING: "tentative", CONFIRMED: "confirmed", CHECKED_IN: "confirmed", COMPLETED: "confirmed", NO_SHOW: "confirmed",
  CANCELLED: "cancelled", DECLINED: "cancelled", EXPIRED: "cancelled",
};

/** A booking as its reader's calendar shows it; null when it is not an appointment (a hold, or a time it was moved from). */
export function feedEntryOf(booking: FeedBooking, reader: FeedReader, { showsNames, url }: { showsNames: boolean; url: string | null }): FeedEntry | null {
  const state = STATES[booking.status];
  if (state === undefined) return null;
  const { seriesId, startsAt, endsAt, sequence, changedAt } = booking;
  return { seriesId, state, startsAt, endsAt, sequence, changedAt, title: titleOf(booking, reader, showsNames), place: placeOf(booking), url };
}

function titleOf({ patientName, providerName }: FeedBooking, reader: FeedReader, showsNames: boolean): string {
  if (!showsNames) return "Appointment";
  if (reader === "patient") return `Appointment with ${providerName}`;
  const initials = initialsOf(patientName);
  return initials === null ? "Appointment" : `Appointment, ${initials}`;
}

function placeOf({ mode, address }: FeedBooking): string | null {
  if (mode === "ONLINE") return "By video";
  return mode === "PHONE" ? "By phone" : address;
}
