import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, lockProvider } from "@/application/shared/transaction";
import type { SetServiceActiveInput } from "./service-schemas";

/** Archives a service (no longer offered) or offers it again. Existing bookings stay. Throws NOT_FOUND. */
export async function setServiceActive(app: AppContext, input: SetServiceActiveInput): Promise<void> {
  const provider = await getStaffedProvider(app, "service.edit", input.providerId);
  await inTransaction(app, async (tx) => {
    await lockProvider(tx, provider.id);
    const service = await tx.service.findFirst({ where: { id: input.serviceId, providerId: provider.id }, select: { id: true, isActive: true } });
    if (service === null) throw new AppError("NOT_FOUND");
    if (service.isActive === input.isActive) return;
    await tx.service.update({ where: { id: service.id }, data: { isActive: input.isActive } });
    await audit(tx, app.actor, { action: input.isActive ? "service.restore" : "service.archive", subjectKind: "service", subjectId: service.id, providerId: provider.id, before: { isActive: service.isActive }, after: { isActive: input.isActive } });
  });
}
