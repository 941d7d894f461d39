import { uuidv7 } from "uuidv7";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, isDuplicate } from "@/application/shared/transaction";
import { toDateColumn } from "./civil-date-column";
import type { AddHolidayInput } from "./schedule-schemas";

/** Closes one day for the whole organization; for its managers. Throws VALIDATION_FAILED when that day is one already. */
export async function addHoliday(app: AppContext, input: AddHolidayInput): Promise<{ id: string }> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const { organizationId } = provider;
  if (organizationId === null) throw new AppError("NOT_ALLOWED", { message: "Holidays belong to an organization, and this provider works alone. Add leave instead." });
  // Without a provider in the subject the rule asks for a manager of the organization.
  authorize(app.actor, "schedule.edit", { organizationId });
  try {
    return await inTransaction(app, async (tx) => {
      const id = uuidv7();
      await tx.holiday.create({ data: { id, organizationId, onDate: toDateColumn(input.onDate), name: input.name } });
      await audit(tx, app.actor, { action: "schedule.add-holiday", subjectKind: "organization", subjectId: organizationId, after: { id, onDate: input.onDate } });
      return { id };
    });
  } catch (error) {
    if (isDuplicate(error)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "onDate", message: "This day is a holiday already." }] }, { cause: error });
    throw error;
  }
}
