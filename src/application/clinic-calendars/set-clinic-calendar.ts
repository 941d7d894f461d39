import { changeUse } from "@/application/calendar/set-calendar-use";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { SetClinicCalendarInput } from "./clinic-calendar-schemas";

/** Says whom a clinic's calendar makes busy: nobody, everybody, or those at one location. In force at once. Throws NOT_FOUND, NOT_ALLOWED. */
export async function setClinicCalendar(app: AppContext, { calendarId, readsBusy, locationId }: SetClinicCalendarInput): Promise<void> {
  await inTransaction(app, async (tx) => {
    const calendar = await tx.calendar.findUnique({ where: { id: calendarId } });
    if (calendar === null || calendar.organizationId === null) throw new AppError("NOT_FOUND", { message: "We could not find this calendar." });
    const { organizationId } = calendar;
    authorize(app.actor, "calendar.connect", { organizationId });
    if (locationId !== null && (await tx.location.count({ where: { id: locationId, organizationId } })) === 0) throw new AppError("NOT_FOUND", { message: "We could not find this location." });
    const before = { readsBusy: calendar.readsBusy, locationId: calendar.locationId };
    if (before.readsBusy === readsBusy && before.locationId === locationId) return;
    if (before.locationId !== locationId) await tx.calendar.update({ where: { id: calendarId }, data: { locationId } });
    if (before.readsBusy !== readsBusy) await changeUse(tx, calendar, readsBusy);
    await audit(tx, app.actor, { action: "calendar.set-use", subjectKind: "calendar", subjectId: calendarId, before, after: { readsBusy, locationId } });
  });
}
