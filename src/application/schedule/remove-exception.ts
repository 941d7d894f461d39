import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { fromDateColumn } from "./civil-date-column";
import type { RemoveExceptionInput } from "./schedule-schemas";

/** Removes one dated change: the weekly hours apply again. Throws NOT_FOUND. */
export async function removeException(app: AppContext, input: RemoveExceptionInput): Promise<void> {
  const provider = await getStaffedProvider(app, "schedule.edit", input.providerId);
  await inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const exception = await tx.availabilityException.findFirst({ where: { id: input.exceptionId, providerId: provider.id } });
    if (exception === null) throw new AppError("NOT_FOUND");
    await tx.availabilityException.delete({ where: { id: exception.id } });
    const { id, kind, startMinute, endMinute } = exception;
    await audit(tx, app.actor, {
      action: "schedule.remove-exception",
      subjectKind: "schedule",
      subjectId: provider.id,
      providerId: provider.id,
      before: { id, kind, fromDate: fromDateColumn(exception.fromDate), toDate: fromDateColumn(exception.toDate), startMinute, endMinute },
    });
  });
}
