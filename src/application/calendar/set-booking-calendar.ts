import { beginBatch } from "@/application/calendar-batch/begin-batch";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { calendarQueue } from "./calendar-queue";
import type { SetBookingCalendarInput } from "./calendar-schemas";
import { resumePushes } from "./resume-pushes";

/** Chooses the one calendar that receives a provider's bookings. Events of coming visits follow by jobs; patients hear nothing. */
export async function setBookingCalendar(app: AppContext, { calendarId }: SetBookingCalendarInput): Promise<void> {
  await inTransaction(app, async (tx) => {
    const providerId = await assertCanReceive(app, tx, calendarId);
    const isChanged = await receiveBookingsIn(tx, providerId, calendarId);
    if (!isChanged) return;
    // What waited for a calendar comes to this one, what stands in another follows.
    await resumePushes(tx, providerId, app.clock.now());
    await beginBatch(tx, { providerId, calendarId }, app.clock.now());
    await enqueue(tx, "calendar.move-events", { providerId }, { key: `move:${providerId}`, queue: calendarQueue(providerId) });
    await audit(tx, app.actor, { action: "calendar.set-booking-calendar", subjectKind: "calendar", subjectId: calendarId, providerId });
  });
}

/** The provider whose bookings the calendar may receive. Throws NOT_FOUND, NOT_ALLOWED or says in words why it may not. */
export async function assertCanReceive(app: AppContext, tx: Tx, calendarId: string): Promise<string> {
  const calendar = await tx.calendar.findUnique({ where: { id: calendarId }, select: { providerId: true, organizationId: true, canWrite: true, goneAt: true, connection: { select: { status: true } } } });
  if (calendar === null) throw new AppError("NOT_FOUND");
  const { providerId, organizationId } = calendar;
  authorize(app.actor, "calendar.connect", { providerId, organizationId });
  const refuse = (message: string) => new AppError("STATUS_CONFLICT", { message });
  if (providerId === null) throw refuse("A clinic's calendar is only read. Bookings go to the calendar of their provider.");
  if (calendar.connection.status !== "ACTIVE") throw refuse("This account has to be connected first.");
  if (calendar.goneAt !== null) throw refuse("This calendar is not in the account any more. Choose another one.");
  if (!calendar.canWrite) throw refuse("Google lets us only read this calendar. Ask its owner for the right to make changes to events, or choose another one.");
  return providerId;
}

/**
 * Makes it the one that receives bookings; false when it already was. In two steps, since the database allows one at a time.
 * From now on it is followed, and the earlier one no longer, unless its events block bookings.
 */
export async function receiveBookingsIn(tx: Tx, providerId: string, calendarId: string): Promise<boolean> {
  const earlier = await tx.calendar.findMany({ where: { providerId, receivesBookings: true, id: { not: calendarId } }, select: { id: true } });
  await tx.calendar.updateMany({ where: { id: { in: earlier.map(({ id }) => id) } }, data: { receivesBookings: false } });
  const { count } = await tx.calendar.updateMany({ where: { id: calendarId, receivesBookings: false }, data: { receivesBookings: true } });
  if (count === 0) return false;
  const queue = calendarQueue(providerId);
  await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue });
  for (const id of [calendarId, ...earlier.map((row) => row.id)]) await enqueue(tx, "calendar.renew-channel", { calendarId: id }, { key: `channel:${id}`, queue });
  return true;
}
