import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { explainFailure, isWorthRetrying } from "./explain-failure";
import { listRemoteCalendars } from "./list-remote-calendars";
import { mergeCalendars } from "./merge-calendars";

/** Reads an account's list of calendars again: new ones appear, renamed ones are renamed, missing ones are marked. */
export async function refreshCalendarList(app: AppContext, connectionId: string): Promise<void> {
  const connection = await app.db.calendarConnection.findFirst({ where: { id: connectionId, access: { not: "LINK" } }, select: { id: true, providerId: true, organizationId: true, status: true, access: true, accountEmail: true } });
  const { calendar } = app.ports;
  if (connection?.status !== "ACTIVE" || calendar === null) return;
  try {
    const remote = await listRemoteCalendars(app, calendar, connection);
    await inTransaction(app, (tx) => mergeCalendars(tx, connection, remote, app.clock.now()));
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await app.db.calendarConnection.updateMany({ where: { id: connectionId, status: "ACTIVE" }, data: { lastError: explainFailure(error), lastErrorAt: new Date(app.clock.now()) } });
    if (isWorthRetrying(error)) throw error;
  }
}
