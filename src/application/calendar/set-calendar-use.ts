import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { Calendar } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { calendarQueue, ownerIdOf } from "./calendar-queue";
import type { SetCalendarUseInput } from "./calendar-schemas";

/**
 * Says whether a calendar's events block bookings. If not, its busy times are gone at once, and it is followed only while
 * bookings go there; if so, it is read anew.
 */
export async function setCalendarUse(app: AppContext, { calendarId, readsBusy }: SetCalendarUseInput): Promise<void> {
  await inTransaction(app, async (tx) => {
    const calendar = await tx.calendar.findUnique({ where: { id: calendarId } });
    if (calendar === null) throw new AppError("NOT_FOUND");
    const { providerId, organizationId } = calendar;
    authorize(app.actor, "calendar.connect", { providerId, organizationId });
    if (calendar.readsBusy === readsBusy) return;
    await changeUse(tx, calendar, readsBusy);
    await audit(tx, app.actor, { action: "calendar.set-use", subjectKind: "calendar", subjectId: calendarId, providerId, before: { readsBusy: calendar.readsBusy }, after: { readsBusy } });
  });
}

/** Takes a calendar into use or out of it. */
export async function changeUse(tx: Tx, calendar: Calendar, readsBusy: boolean): Promise<void> {
  const { id: calendarId } = calendar;
  await tx.calendar.update({ where: { id: calendarId }, data: { readsBusy, generation: { increment: 1 }, syncToken: null, lastReadAt: null, firstReadEvents: 0, ...(calendar.goneAt === null && { lastError: null, lastErrorAt: null }) } });
  if (!readsBusy) await tx.busyInterval.deleteMany({ where: { calendarId } });
  const queue = calendarQueue(ownerIdOf(calendar));
  if (readsBusy || calendar.receivesBookings) await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue });
  await enqueue(tx, "calendar.renew-channel", { calendarId }, { key: `channel:${calendarId}`, queue });
}
