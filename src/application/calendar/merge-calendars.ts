import { uuidv7 } from "uuidv7";
import { enqueue } from "@/application/shared/enqueue";
import type { RemoteCalendar } from "@/application/shared/ports";
import type { ConnectionAccess } from "@/generated/prisma/enums";
import type { Tx } from "@/platform/db";
import { calendarQueue, ownerIdOf, type CalendarOwner } from "./calendar-queue";

export interface ListedConnection extends CalendarOwner {
  readonly id: string;
  readonly access: ConnectionAccess;
}

const GONE = "This calendar is not in the account any more: it was deleted, or is no longer shared with it. The times last read from it still block bookings.";

/**
 * Brings the stored calendars of an account in line with those that Google shows (listRemoteCalendars). New ones are known but unused, except a
 * provider's primary one and the very calendar that was shared: a manager's private one must not make a whole clinic busy; what was chosen earlier stays. One that is missing is marked, one that is back is read anew.
 */
export async function mergeCalendars(tx: Tx, connection: ListedConnection, remote: readonly RemoteCalendar[], now: number): Promise<void> {
  const { id: connectionId, providerId, organizationId } = connection;
  const readsPrimary = providerId !== null || connection.access === "SHARED";
  const known = new Map((await tx.calendar.findMany({ where: { connectionId }, select: { id: true, externalId: true, goneAt: true, readsBusy: true, receivesBookings: true } })).map((row) => [row.externalId, row]));
  for (const { externalId, name, timeZone, isPrimary, canWrite } of remote) {
    const row = known.get(externalId);
    if (row === undefined) await tx.calendar.create({ data: { id: uuidv7(), connectionId, providerId, organizationId, externalId, name, timeZone, canWrite, readsBusy: isPrimary && readsPrimary } });
    else await tx.calendar.update({ where: { id: row.id }, data: { name, canWrite, ...(row.goneAt !== null && { goneAt: null, lastError: null, lastErrorAt: null, syncToken: null }) } });
    if (row?.goneAt != null && (row.readsBusy || row.receivesBookings)) await enqueue(tx, "calendar.sync", { calendarId: row.id }, { key: `sync:${row.id}`, queue: calendarQueue(ownerIdOf(connection)) });
  }
  const shown = new Set(remote.map((entry) => entry.externalId));
  const missing = [...known.values()].filter((row) => row.goneAt === null && !shown.has(row.externalId));
  await tx.calendar.updateMany({ where: { id: { in: missing.map((row) => row.id) } }, data: { goneAt: new Date(now), lastError: GONE, lastErrorAt: new Date(now) } });
  await tx.calendarConnection.update({ where: { id: connectionId }, data: { listedAt: new Date(now) } });
}
