import type { Db } from "@/platform/db";
import { asMailRefusalReason } from "@/domain/messages/mail-refusal";
import type { RefusedMail } from "./mail-refusal-schemas";

/** Why a provider's mail to a patient's address is not sent, and whether somebody has seen to it; null when it is. */
export async function findRefusedMail(db: Db, { providerId, email }: { providerId: string; email: string | null }): Promise<RefusedMail | null> {
  const refusal = email === null ? null : await db.mailRefusal.findFirst({ where: { providerId, address: email, liftedAt: null }, orderBy: { at: "desc" }, select: { reason: true, doneAt: true } });
  return refusal && { reason: asMailRefusalReason(refusal.reason), isDone: refusal.doneAt !== null };
}
