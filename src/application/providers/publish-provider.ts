import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";

/** Ends the set-up: patients can find and book the provider. Throws VALIDATION_FAILED naming what is still missing. */
export async function publishProvider(app: AppContext): Promise<{ slug: string }> {
  const { actor } = app;
  if (actor.kind !== "user" || actor.providerId === null) throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
  const providerId = actor.providerId;
  authorize(actor, "provider.edit", { providerId });
  return inTransaction(app, async (tx) => {
    const provider = await tx.provider.findUniqueOrThrow({
      where: { id: providerId },
      select: { slug: true, status: true, _count: { select: { services: { where: { isActive: true } }, rules: { where: { kind: "OPEN" } } } } },
    });
    if (provider._count.services === 0) throw new AppError("VALIDATION_FAILED", { message: "Add at least one service first." });
    if (provider._count.rules === 0) throw new AppError("VALIDATION_FAILED", { message: "Add your working hours first." });
    if (provider.status === "SUSPENDED") throw new AppError("NOT_ALLOWED", { message: "This page is suspended. Write to the administrator." });
    if (provider.status === "DRAFT") {
      await tx.provider.update({ where: { id: providerId }, data: { status: "ACTIVE" } });
      await audit(tx, actor, { action: "provider.publish", subjectKind: "provider", subjectId: providerId, providerId, before: { status: "DRAFT" }, after: { status: "ACTIVE" } });
    }
    return { slug: provider.slug };
  });
}
