import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { explainFailure, isWorthRetrying } from "./explain-failure";
import { mergeCalendars } from "./merge-calendars";
import { withAccessToken } from "./with-access-token";

/** Reads an account's list of calendars again: new ones appear, renamed ones are renamed, missing ones are marked. */
export async function refreshCalendarList(app: AppContext, connectionId: string): Promise<void> {
  const connection = await app.db.calendarConnection.findFirst({ where: { id: connectionId, access: { not: "LINK" } }, select: { id: true, providerId: true, organizationId: true, status: true } });
  const { calendar } = app.ports;
  if (connection?.status !== "ACTIVE" || calendar === null) return;
  try {
    const remote = await withAccessToken(app, connectionId, (accessToken) => calendar.listCalendars(accessToken));
    await inTransaction(app, (tx) => mergeCalendars(tx, connection, remote, app.clock.now()));
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await app.db.calendarConnection.updateMany({ where: { id: connectionId, status: "ACTIVE" }, data: { lastError: explainFailure(error), lastErrorAt: new Date(app.clock.now()) } });
    if (isWorthRetrying(error)) throw error;
  }
}
