import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { fromDateColumn } from "./civil-date-column";
import type { RemoveHolidayInput } from "./schedule-schemas";

/** Opens a holiday again for the whole organization; for its managers. Throws NOT_FOUND. */
export async function removeHoliday(app: AppContext, input: RemoveHolidayInput): Promise<void> {
  const { organizationId } = await getStaffedProvider(app, "schedule.view", input.providerId);
  authorize(app.actor, "schedule.edit", { organizationId });
  await inTransaction(app, async (tx) => {
    const holiday = await tx.holiday.findFirst({ where: { id: input.holidayId, organizationId: organizationId ?? "" } });
    if (holiday === null) throw new AppError("NOT_FOUND");
    await tx.holiday.delete({ where: { id: holiday.id } });
    await audit(tx, app.actor, { action: "schedule.remove-holiday", subjectKind: "organization", subjectId: holiday.organizationId, before: { id: holiday.id, onDate: fromDateColumn(holiday.onDate) } });
  });
}
