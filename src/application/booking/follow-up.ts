import { planCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { announceChange } from "@/application/messages/announce-change";
import { dropReminders, scheduleReminders } from "@/application/messages/reminders";
import type { Changes } from "@/application/shared/changes";
import type { BookingChange } from "@/application/shared/enqueue";
import type { BookingRecord } from "./booking-record";

/** A confirmation waits this long for its Meet link. */
const MEET_PATIENCE_MS = 20_000;

/** Whether the Meet link of a visit is still being made: there is somebody to make it and none is there yet. */
const willAwaitMeetLink = ({ mode, status, meet, hasCalendarAccount }: BookingRecord) => mode === "ONLINE" && status === "CONFIRMED" && meet?.state !== "READY" && hasCalendarAccount;

/** What follows a booking that stands: its calendar event, its messages, its reminders. Returns it as it is now. */
export async function followConfirmed(changes: Changes, booking: BookingRecord, change: BookingChange, now: number): Promise<BookingRecord> {
  planCalendarUpdate(changes, booking);
  const awaitsMeetLink = willAwaitMeetLink(booking);
  await announceChange(changes, booking, change, awaitsMeetLink ? { notBefore: now + MEET_PATIENCE_MS } : {});
  await scheduleReminders(changes, { ...booking, startsAt: new Date(booking.startsAt) }, now);
  const hasNoLinkYet = booking.mode === "ONLINE" && booking.meet?.state !== "READY";
  return hasNoLinkYet ? { ...booking, meet: { state: awaitsMeetLink ? "PENDING" : "FAILED", url: null } } : booking;
}

/** What follows a booking that will not take place; `hadEvent` when it stood in the provider's calendar. */
export async function followEnded(changes: Changes, booking: BookingRecord, change: BookingChange, hadEvent: boolean): Promise<void> {
  if (hadEvent) planCalendarUpdate(changes, booking);
  await announceChange(changes, booking, change);
  await dropReminders(changes, booking);
}
