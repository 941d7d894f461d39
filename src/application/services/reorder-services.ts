import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import type { ReorderServicesInput } from "./service-schemas";

/** Puts the services in the order given. Throws VERSION_CONFLICT when the list does not name exactly the services there are. */
export async function reorderServices(app: AppContext, input: ReorderServicesInput): Promise<void> {
  const provider = await getStaffedProvider(app, "service.edit", input.providerId);
  await inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const known = await tx.service.findMany({ where: { providerId: provider.id }, orderBy: [{ position: "asc" }, { name: "asc" }], select: { id: true } });
    const wanted = new Set(input.serviceIds);
    if (wanted.size !== input.serviceIds.length || wanted.size !== known.length || known.some(({ id }) => !wanted.has(id))) throw new AppError("VERSION_CONFLICT");
    for (const [position, id] of input.serviceIds.entries()) await tx.service.update({ where: { id }, data: { position } });
    await audit(tx, app.actor, { action: "service.reorder", subjectKind: "provider", subjectId: provider.id, providerId: provider.id, before: { serviceIds: known.map(({ id }) => id) }, after: { serviceIds: input.serviceIds } });
  });
}
