import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import type { MailRefusal } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** A refused address that somebody of the clinic may see to, locked. Throws NOT_FOUND, NOT_ALLOWED, NOT_AUTHENTICATED. */
export async function getStaffRefusal(app: AppContext, tx: Tx, refusalId: string): Promise<MailRefusal> {
  await tx.$queryRaw`SELECT id FROM mail_refusal WHERE id = ${refusalId}::uuid FOR UPDATE`;
  const refusal = await tx.mailRefusal.findUnique({ where: { id: refusalId } });
  const provider = refusal && (await tx.provider.findUnique({ where: { id: refusal.providerId }, select: { organizationId: true } }));
  if (!refusal || !provider) throw new AppError("NOT_FOUND", { message: "We could not find this address." });
  authorize(app.actor, "message.reply", { providerId: refusal.providerId, organizationId: provider.organizationId });
  return refusal;
}
