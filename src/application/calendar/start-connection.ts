import { beginBatch } from "@/application/calendar-batch/begin-batch";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import type { RemoteCalendar } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { calendarQueue, ownerIdOf } from "./calendar-queue";
import { explainFailure, isWorthRetrying } from "./explain-failure";
import { LISTENED } from "./listened-calendars";
import { listRemoteCalendars } from "./list-remote-calendars";
import { mergeCalendars, type ListedConnection } from "./merge-calendars";
import { resumePushes } from "./resume-pushes";

/**
 * After a (re)connect: lists the account's calendars, reads and writes its primary one, opens channels, reads
 * everything, and pushes what waited. Repeatable. Throws what is worth another try.
 */
export async function startConnection(app: AppContext, connectionId: string): Promise<void> {
  const connection = await app.db.calendarConnection.findFirst({ where: { id: connectionId, access: { not: "LINK" } }, select: { id: true, providerId: true, organizationId: true, status: true, access: true, accountEmail: true } });
  const { calendar } = app.ports;
  if (connection?.status !== "ACTIVE" || calendar === null) return;
  try {
    const remote = await listRemoteCalendars(app, calendar, connection);
    await inTransaction(app, async (tx) => {
      await mergeCalendars(tx, connection, remote, app.clock.now());
      const chosenId = await chooseTarget(tx, connection, remote);
      await startReading(tx, connection);
      if (connection.providerId === null) return;
      await resumePushes(tx, connection.providerId, app.clock.now());
      if (chosenId !== null) await beginBatch(tx, { providerId: connection.providerId, calendarId: chosenId }, app.clock.now());
    });
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await app.db.calendarConnection.updateMany({ where: { id: connectionId, status: "ACTIVE" }, data: { lastError: explainFailure(error), lastErrorAt: new Date(app.clock.now()) } });
    if (isWorthRetrying(error)) throw error;
  }
}

/**
 * The account's primary calendar, when no other receives bookings and it may be written. An organization's are only read.
 * Returns it when it was chosen just now.
 */
async function chooseTarget(tx: Tx, { id: connectionId, providerId }: ListedConnection, remote: readonly RemoteCalendar[]): Promise<string | null> {
  const target = remote.find((entry) => entry.isPrimary && entry.canWrite) ?? remote.find((entry) => entry.canWrite);
  if (providerId === null || target === undefined) return null;
  const isSettled = (await tx.calendar.count({ where: { providerId, receivesBookings: true } })) > 0;
  if (isSettled) return null;
  const { id } = await tx.calendar.update({ where: { connectionId_externalId: { connectionId, externalId: target.externalId } }, data: { receivesBookings: true }, select: { id: true } });
  return id;
}

async function startReading(tx: Tx, connection: ListedConnection): Promise<void> {
  const calendars = await tx.calendar.findMany({ where: { connectionId: connection.id, ...LISTENED, goneAt: null }, select: { id: true }, orderBy: { id: "asc" } });
  const queue = calendarQueue(ownerIdOf(connection));
  for (const { id: calendarId } of calendars) {
    await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue });
    await enqueue(tx, "calendar.renew-channel", { calendarId }, { key: `channel:${calendarId}`, queue });
  }
}
