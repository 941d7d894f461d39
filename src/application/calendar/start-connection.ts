import { uuidv7 } from "uuidv7";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import type { RemoteCalendar } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { calendarQueue, ownerIdOf, type CalendarOwner } from "./calendar-queue";
import { explainFailure, isWorthRetrying } from "./explain-failure";
import { resumePushes } from "./resume-pushes";
import { withAccessToken } from "./with-access-token";

/**
 * After a (re)connect: lists the account's calendars, reads and writes its primary one, opens channels, reads
 * everything, and pushes what waited. Repeatable. Throws what is worth another try.
 */
export async function startConnection(app: AppContext, connectionId: string): Promise<void> {
  const connection = await app.db.calendarConnection.findUnique({ where: { id: connectionId }, select: { id: true, providerId: true, organizationId: true, status: true } });
  const { calendar } = app.ports;
  if (connection?.status !== "ACTIVE" || calendar === null) return;
  try {
    const remote = await withAccessToken(app, connectionId, (accessToken) => calendar.listCalendars(accessToken));
    await inTransaction(app, async (tx) => {
      await mergeCalendars(tx, connection, remote);
      await startReading(tx, connection);
      if (connection.providerId !== null) await resumePushes(tx, connection.providerId, app.clock.now());
    });
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await app.db.calendarConnection.updateMany({ where: { id: connectionId, status: "ACTIVE" }, data: { lastError: explainFailure(error), lastErrorAt: new Date(app.clock.now()) } });
    if (isWorthRetrying(error)) throw error;
  }
}

interface Connection extends CalendarOwner {
  readonly id: string;
}

/** New calendars are known but unused, except the primary one. What the provider chose earlier stays. */
async function mergeCalendars(tx: Tx, { id: connectionId, providerId, organizationId }: Connection, remote: readonly RemoteCalendar[]): Promise<void> {
  for (const { externalId, name, timeZone, isPrimary, canWrite } of remote) {
    await tx.calendar.upsert({
      where: { connectionId_externalId: { connectionId, externalId } },
      create: { id: uuidv7(), connectionId, providerId, organizationId, externalId, name, timeZone, canWrite, readsBusy: isPrimary },
      update: { name, canWrite },
    });
  }
  const target = remote.find((entry) => entry.isPrimary && entry.canWrite) ?? remote.find((entry) => entry.canWrite);
  // An organization's calendars are only read: bookings are written to their provider's own.
  if (providerId === null) return;
  const isSettled = (await tx.calendar.count({ where: { providerId, receivesBookings: true } })) > 0;
  if (isSettled || target === undefined) return;
  await tx.calendar.update({ where: { connectionId_externalId: { connectionId, externalId: target.externalId } }, data: { receivesBookings: true } });
}

async function startReading(tx: Tx, connection: Connection): Promise<void> {
  const calendars = await tx.calendar.findMany({ where: { connectionId: connection.id, readsBusy: true }, select: { id: true }, orderBy: { id: "asc" } });
  const queue = calendarQueue(ownerIdOf(connection));
  for (const { id: calendarId } of calendars) {
    await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue });
    await enqueue(tx, "calendar.renew-channel", { calendarId }, { key: `channel:${calendarId}`, queue });
  }
}
