import { calendarQueue, ownerIdOf, type CalendarOwner } from "@/application/calendar/calendar-queue";
import { LISTENED } from "@/application/calendar/listened-calendars";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { findMendableProvider } from "./find-mendable-provider";

/**
 * Forgets how far each calendar was read and reads everything again. Busy times stand until the new read is complete, so
 * nothing is offered meanwhile that was not. Answers how many calendars are read. Throws CALENDAR_RECONNECT_NEEDED.
 */
export async function rereadCalendars(app: AppContext, asked: string | undefined): Promise<{ calendars: number }> {
  const providerId = await findMendableProvider(app, asked);
  return inTransaction(app, async (tx) => {
    const calendars = await requestReread(tx, { providerId, organizationId: null });
    await audit(tx, app.actor, { action: "calendar.reread", subjectKind: "provider", subjectId: providerId, providerId, after: { calendars } });
    return { calendars };
  });
}

/** Asks for a whole read of an owner's calendars. Answers how many. Throws CALENDAR_RECONNECT_NEEDED. */
export async function requestReread(tx: Tx, owner: CalendarOwner): Promise<number> {
  const connections = await tx.calendarConnection.findMany({ where: { ...owner, access: { not: "LINK" }, status: { not: "DISCONNECTED" } }, select: { id: true, status: true } });
  const active = connections.filter(({ status }) => status === "ACTIVE").map(({ id }) => id);
  if (connections.length > 0 && active.length === 0) throw new AppError("CALENDAR_RECONNECT_NEEDED");
  const calendars = await tx.calendar.findMany({ where: { connectionId: { in: active }, ...LISTENED }, select: { id: true }, orderBy: { id: "asc" } });
  const queue = calendarQueue(ownerIdOf(owner));
  await tx.calendar.updateMany({ where: { id: { in: calendars.map(({ id }) => id) } }, data: { syncToken: null } });
  for (const { id: calendarId } of calendars) await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue });
  // An account whose calendars were never listed has nothing to read yet: the listing is tried again.
  for (const connectionId of active) if ((await tx.calendar.count({ where: { connectionId } })) === 0) await enqueue(tx, "calendar.start-connection", { connectionId }, { key: `start:${connectionId}`, queue });
  return calendars.length;
}
