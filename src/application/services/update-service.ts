import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import type { ServiceFields, UpdateServiceInput } from "./service-schemas";

/** Changes a service for bookings to come; existing ones keep their own copy, and its address stays. Throws NOT_FOUND. */
export async function updateService(app: AppContext, input: UpdateServiceInput): Promise<void> {
  const provider = await getStaffedProvider(app, "service.edit", input.providerId);
  await inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const before = await tx.service.findFirst({ where: { id: input.serviceId, providerId: provider.id } });
    if (before === null) throw new AppError("NOT_FOUND");
    await tx.service.update({ where: { id: before.id }, data: input.service });
    const changed = changedFields(before, input.service);
    await audit(tx, app.actor, {
      action: "service.update",
      subjectKind: "service",
      subjectId: before.id,
      providerId: provider.id,
      before: Object.fromEntries(changed.map((field) => [field, before[field]])),
      after: Object.fromEntries(changed.map((field) => [field, input.service[field]])),
    });
  });
}

function changedFields(before: ServiceFields, after: ServiceFields): (keyof ServiceFields)[] {
  const fields = Object.keys(after) as (keyof ServiceFields)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
