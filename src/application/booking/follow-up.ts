import { requestCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { announceChange } from "@/application/messages/announce-change";
import { dropReminders, scheduleReminders } from "@/application/messages/reminders";
import type { BookingChange } from "@/application/shared/enqueue";
import type { Tx } from "@/platform/db";
import type { BookingRecord } from "./booking-record";

/** A confirmation waits this long for its Meet link. */
const MEET_PATIENCE_MS = 20_000;

/** What follows a booking that stands: its calendar event, its messages, its reminders. Returns it as it is now. */
export async function followConfirmed(tx: Tx, booking: BookingRecord, change: BookingChange, now: number): Promise<BookingRecord> {
  const { awaitsMeetLink } = await requestCalendarUpdate(tx, booking);
  await announceChange(tx, booking, change, awaitsMeetLink ? { notBefore: now + MEET_PATIENCE_MS } : {});
  await scheduleReminders(tx, { seriesId: booking.seriesId, startsAt: new Date(booking.startsAt), reminderMinutes: booking.reminderMinutes }, now);
  const hasNoLinkYet = booking.mode === "ONLINE" && booking.meet?.state !== "READY";
  return hasNoLinkYet ? { ...booking, meet: { state: awaitsMeetLink ? "PENDING" : "FAILED", url: null } } : booking;
}

/** What follows a booking that will not take place; `hadEvent` when it stood in the provider's calendar. */
export async function followEnded(tx: Tx, booking: BookingRecord, change: BookingChange, hadEvent: boolean): Promise<void> {
  if (hadEvent) await requestCalendarUpdate(tx, booking);
  await announceChange(tx, booking, change);
  await dropReminders(tx, booking);
}
