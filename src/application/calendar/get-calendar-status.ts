import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import type { CalendarConnection } from "@/generated/prisma/client";
import type { CalendarStatusView } from "./calendar-schemas";
import { connectionsState } from "./connections-state";
import { toConnectionView } from "./to-connection-view";

/** How a provider's calendar connection is doing, in plain words: for the provider and, to look at, their clinic's staff. */
export async function getCalendarStatus(app: AppContext, asked: string | undefined): Promise<CalendarStatusView> {
  const { id: providerId, organizationId, locationId } = await getStaffedProvider(app, "calendar.view", asked);
  const connections = await app.db.calendarConnection.findMany({
    where: { providerId, access: { not: "LINK" }, status: { not: "DISCONNECTED" } },
    include: { calendars: { orderBy: [{ receivesBookings: "desc" }, { name: "asc" }] } },
    orderBy: { connectedAt: "asc" },
  });
  const links = await app.db.calendarEventLink.groupBy({
    by: ["state"],
    where: { state: { not: "REMOVED" }, booking: { providerId, endsAt: { gt: new Date(app.clock.now()) } } },
    _count: true,
  });
  const leavingEvents = await app.db.calendarEventLeftover.count({ where: { calendar: { providerId } } });
  const count = (state: "PENDING" | "FAILED") => links.find((group) => group.state === state)?._count ?? 0;
  const shared = await findSharedAccounts(app, providerId, connections);
  return {
    state: connectionsState(app, connections),
    connections: connections.map((connection) => toConnectionView(app, connection, shared.has(connection.accountSubject))),
    pendingEvents: count("PENDING"),
    failedEvents: count("FAILED"),
    comingEvents: links.reduce((sum, group) => sum + group._count, 0),
    leavingEvents,
    clinicCalendars: await findClinicCalendars(app, organizationId, locationId),
  };
}

/** The clinic's calendars that make a provider busy. Whose account they are in stays with its managers. */
async function findClinicCalendars(app: AppContext, organizationId: string | null, locationId: string | null): Promise<CalendarStatusView["clinicCalendars"]> {
  if (organizationId === null) return [];
  const places = [{ locationId: null }, ...(locationId === null ? [] : [{ locationId }])];
  const calendars = await app.db.calendar.findMany({
    where: { organizationId, readsBusy: true, OR: places, connection: { access: { not: "LINK" }, status: { not: "DISCONNECTED" } } },
    select: { name: true, organization: { select: { name: true } }, location: { select: { name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return calendars.map(({ name, organization, location }) => ({ name, of: location?.name ?? organization?.name ?? "" }));
}

/** Which of these accounts another provider has connected too. Who that is stays their own business. */
async function findSharedAccounts(app: AppContext, providerId: string, connections: readonly CalendarConnection[]): Promise<ReadonlySet<string>> {
  const others = await app.db.calendarConnection.findMany({
    where: { accountSubject: { in: connections.map(({ accountSubject }) => accountSubject) }, providerId: { not: providerId }, access: { not: "LINK" }, status: { not: "DISCONNECTED" } },
    select: { accountSubject: true },
  });
  return new Set(others.map(({ accountSubject }) => accountSubject));
}
