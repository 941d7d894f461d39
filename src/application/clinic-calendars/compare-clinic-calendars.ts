import { requestComparisons } from "@/application/sync-doctor/compare-calendars";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { findManagedClinic } from "./find-managed-clinic";

/** Has every calendar of a clinic that makes somebody busy compared with Google now. Answers how many. Throws CALENDAR_RECONNECT_NEEDED, NOT_ALLOWED, INTEGRATION_OFF. */
export async function compareClinicCalendars(app: AppContext, asked: string | undefined): Promise<{ calendars: number }> {
  const { organizationId } = findManagedClinic(app, "calendar.sync", asked);
  if (app.ports.calendar === null) throw new AppError("INTEGRATION_OFF");
  return inTransaction(app, async (tx) => {
    const calendarIds = await requestComparisons(tx, { providerId: null, organizationId });
    const broken = await tx.calendarConnection.count({ where: { organizationId, status: "RECONNECT_NEEDED" } });
    if (calendarIds.length === 0 && broken > 0) throw new AppError("CALENDAR_RECONNECT_NEEDED");
    await audit(tx, app.actor, { action: "calendar.compare", subjectKind: "organization", subjectId: organizationId, after: { calendars: calendarIds.length } });
    return { calendars: calendarIds.length };
  });
}
