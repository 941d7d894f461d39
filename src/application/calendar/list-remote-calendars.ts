import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort, RemoteCalendar } from "@/application/shared/ports";
import type { ConnectionAccess } from "@/generated/prisma/enums";
import { LISTENED } from "./listened-calendars";
import { withAccessToken } from "./with-access-token";

/**
 * An account's calendars; of what is shared with the service account the one it was shared for, or none when it no longer is.
 * One that is followed and not in the account's list is asked for itself: a person may have taken it off the list alone.
 */
export async function listRemoteCalendars(app: AppContext, port: CalendarPort, connection: { id: string; access: ConnectionAccess; accountEmail: string }): Promise<RemoteCalendar[]> {
  const describe = (externalId: string) => describeIfThere(app, port, connection.id, externalId);
  if (connection.access === "SHARED") return describe(connection.accountEmail);
  const listed = await withAccessToken(app, connection.id, (accessToken) => port.listCalendars(accessToken));
  const unlisted = await app.db.calendar.findMany({ where: { connectionId: connection.id, ...LISTENED, externalId: { notIn: listed.map(({ externalId }) => externalId) } }, select: { externalId: true } });
  const found = [...listed];
  for (const { externalId } of unlisted) found.push(...(await describe(externalId)).map((calendar) => ({ ...calendar, isPrimary: false })));
  return found;
}

/** One calendar by its address, or none when Google knows it no more: deleted, or not shared any longer. */
async function describeIfThere(app: AppContext, port: CalendarPort, connectionId: string, externalId: string): Promise<RemoteCalendar[]> {
  try {
    return [await withAccessToken(app, connectionId, (accessToken) => port.describeCalendar(accessToken, externalId))];
  } catch (error) {
    if (error instanceof IntegrationError && error.kind === "not-found") return [];
    throw error;
  }
}
