import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort, RemoteCalendar } from "@/application/shared/ports";
import type { ConnectionAccess } from "@/generated/prisma/enums";
import { withAccessToken } from "./with-access-token";

/** An account's calendars; of what is shared with the service account the one it was shared for, or none when it no longer is. */
export async function listRemoteCalendars(app: AppContext, port: CalendarPort, connection: { id: string; access: ConnectionAccess; accountEmail: string }): Promise<RemoteCalendar[]> {
  if (connection.access !== "SHARED") return withAccessToken(app, connection.id, (accessToken) => port.listCalendars(accessToken));
  try {
    return [await withAccessToken(app, connection.id, (accessToken) => port.describeCalendar(accessToken, connection.accountEmail))];
  } catch (error) {
    if (error instanceof IntegrationError && error.kind === "not-found") return [];
    throw error;
  }
}
