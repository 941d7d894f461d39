import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import { serviceColumns, serviceFields } from "./service-columns";
import type { UpdateServiceInput } from "./service-schemas";

/** Changes a service for bookings to come; existing ones keep their own copy, and its address stays. Throws NOT_FOUND. */
export async function updateService(app: AppContext, input: UpdateServiceInput): Promise<void> {
  const provider = await getStaffedProvider(app, "service.edit", input.providerId);
  await inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const row = await tx.service.findFirst({ where: { id: input.serviceId, providerId: provider.id } });
    if (row === null) throw new AppError("NOT_FOUND");
    const before = serviceColumns(serviceFields(row));
    const after = serviceColumns(input.service);
    await tx.service.update({ where: { id: row.id }, data: after });
    const changed = changedFields(before, after);
    await audit(tx, app.actor, {
      action: "service.update",
      subjectKind: "service",
      subjectId: row.id,
      providerId: provider.id,
      before: Object.fromEntries(changed.map((field) => [field, before[field]])),
      after: Object.fromEntries(changed.map((field) => [field, after[field]])),
    });
  });
}

type Columns = ReturnType<typeof serviceColumns>;

function changedFields(before: Columns, after: Columns): (keyof Columns)[] {
  const fields = Object.keys(after) as (keyof Columns)[];
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}
