import { toConnectionView } from "@/application/calendar/to-connection-view";
import { connectionsState } from "@/application/calendar/connections-state";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { findComparisons, type Comparison } from "@/application/sync-doctor/find-comparisons";
import { toComparisonView } from "@/application/sync-doctor/to-comparison-view";
import type { Calendar } from "@/generated/prisma/client";
import type { ClinicCalendarsView, ClinicConnectionView } from "./clinic-calendar-schemas";
import { findManagedClinic, managedClinics } from "./find-managed-clinic";

/** The accounts a clinic has connected, whom each calendar makes busy and how it stands; for its managers. Throws NOT_ALLOWED, NOT_FOUND. */
export async function getClinicCalendars(app: AppContext, asked: string | undefined): Promise<ClinicCalendarsView> {
  const { organizationId, actor } = findManagedClinic(app, "calendar.connect", asked);
  const [organization, organizations, connections] = await Promise.all([
    app.db.organization.findUnique({
      where: { id: organizationId },
      select: {
        id: true, name: true,
        locations: { select: { id: true, name: true, timeZone: true, _count: { select: { providers: true } } }, orderBy: { name: "asc" } },
        _count: { select: { providers: true } },
      },
    }),
    app.db.organization.findMany({ where: { id: { in: managedClinics(actor) } }, select: { id: true, name: true }, orderBy: { name: "asc" } }),
    app.db.calendarConnection.findMany({
      where: { organizationId, access: { not: "LINK" }, status: { not: "DISCONNECTED" } },
      include: { calendars: { orderBy: [{ readsBusy: "desc" }, { name: "asc" }] } },
      orderBy: { connectedAt: "asc" },
    }),
  ]);
  if (organization === null) throw new AppError("NOT_FOUND", { message: "We could not find this clinic." });
  const timeZone = organization.locations[0]?.timeZone ?? "UTC";
  const calendars = new Map(connections.flatMap((connection) => connection.calendars).map((calendar) => [calendar.id, calendar]));
  const comparisons = await findComparisons(app.db, [...calendars.keys()]);
  return {
    state: connectionsState(app, connections),
    organization: { id: organization.id, name: organization.name },
    organizations,
    timeZone,
    providers: organization._count.providers,
    locations: organization.locations.map(({ id, name, _count }) => ({ id, name, providers: _count.providers })),
    connections: connections.map((connection) => placed(toConnectionView(app, connection), calendars, comparisons, timeZone)),
  };
}

function placed(connection: ReturnType<typeof toConnectionView>, calendars: ReadonlyMap<string, Calendar>, comparisons: ReadonlyMap<string, Comparison>, timeZone: string): ClinicConnectionView {
  return {
    ...connection,
    calendars: connection.calendars.map((view) => {
      const comparison = comparisons.get(view.id);
      return { ...view, locationId: calendars.get(view.id)?.locationId ?? null, comparison: comparison === undefined ? null : toComparisonView(comparison, timeZone) };
    }),
  };
}
