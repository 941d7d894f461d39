import { requestReread } from "@/application/sync-doctor/reread-calendars";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { findManagedClinic } from "./find-managed-clinic";

/** Reads everything in a clinic's calendars again. Busy times stand until then. Throws CALENDAR_RECONNECT_NEEDED, NOT_ALLOWED, INTEGRATION_OFF. */
export async function rereadClinicCalendars(app: AppContext, asked: string | undefined): Promise<{ calendars: number }> {
  const { organizationId } = findManagedClinic(app, "calendar.sync", asked);
  if (app.ports.calendar === null) throw new AppError("INTEGRATION_OFF");
  return inTransaction(app, async (tx) => {
    const calendars = await requestReread(tx, { providerId: null, organizationId });
    await audit(tx, app.actor, { action: "calendar.reread", subjectKind: "organization", subjectId: organizationId, after: { calendars } });
    return { calendars };
  });
}
