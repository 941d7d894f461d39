import { planCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { announceChange } from "@/application/messages/announce-change";
import { dropReminders, scheduleReminders } from "@/application/messages/reminders";
import type { Changes } from "@/application/shared/changes";
import type { BookingChange } from "@/application/shared/enqueue";
import type { AppContext } from "@/application/shared/context";
import type { BookingRecord } from "./booking-record";

/** A confirmation waits this long for its Meet link. */
const MEET_PATIENCE_MS = 20_000;

type Announcer = Pick<AppContext, "config">;

/** Whether the Meet link of a visit is still being made: there is somebody to make it and none is there yet. */
const willAwaitMeetLink = ({ mode, status, meet, hasCalendarAccount }: BookingRecord) => mode === "ONLINE" && status === "CONFIRMED" && meet?.state !== "READY" && hasCalendarAccount;

/** What follows a booking that stands: its calendar event, its messages, its reminders. Returns it as it is now. */
export async function followConfirmed(app: Announcer, changes: Changes, booking: BookingRecord, change: BookingChange, now: number): Promise<BookingRecord> {
  planCalendarUpdate(changes, booking);
  const awaitsMeetLink = willAwaitMeetLink(booking);
  await announceChange(changes, booking, change, { now, graceMs: app.config.changeGraceMs, ...(awaitsMeetLink && { notBefore: now + MEET_PATIENCE_MS }) });
  await scheduleReminders(changes, { ...booking, startsAt: new Date(booking.startsAt) }, now);
  const hasNoLinkYet = booking.mode === "ONLINE" && booking.meet?.state !== "READY";
  return hasNoLinkYet ? { ...booking, meet: { state: awaitsMeetLink ? "PENDING" : "FAILED", url: null } } : booking;
}

/** What follows a booking that will not take place, or is a request again; `hadEvent` when it stood in the provider's calendar. `now` is epoch ms. */
export async function followEnded(app: Announcer, changes: Changes, booking: BookingRecord, change: BookingChange, ending: { hadEvent: boolean; now: number }): Promise<void> {
  if (ending.hadEvent) planCalendarUpdate(changes, booking);
  await announceChange(changes, booking, change, { now: ending.now, graceMs: app.config.changeGraceMs });
  await dropReminders(changes, booking);
}
