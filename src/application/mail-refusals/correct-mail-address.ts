import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { loadSubject } from "@/application/messages/message-subject";
import { sendCopy } from "@/application/messages/send-copy";
import type { MailRefusal } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { getStaffRefusal } from "./get-staff-refusal";
import type { CorrectMailAddressInput } from "./mail-refusal-schemas";

/** So many messages are sent once more at most. */
const MOST = 50;

/**
 * Gives the provider's patients of a refused address another one and sends them what was refused and what was not even tried since,
 * as far as it is still true and of use. Messages that wait go to the new address. Throws NOT_FOUND, NOT_ALLOWED, VALIDATION_FAILED (the same address).
 */
export async function correctMailAddress(app: AppContext, { refusalId, email }: CorrectMailAddressInput): Promise<{ patients: number; messageId: string | null }> {
  return inTransaction(app, async (tx) => {
    const refusal = await getStaffRefusal(app, tx, refusalId);
    const { providerId, address, doneAt } = refusal;
    if (email === address) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "email", message: "must be another address than the one that refuses mail" }] });
    const { count: patients } = await tx.patient.updateMany({ where: { providerId, email: address }, data: { email } });
    if (patients === 0) throw new AppError("NOT_FOUND", { message: "No patient has this address any more. Nothing was changed." });
    await tx.message.updateMany({ where: { providerId, recipient: "PATIENT", channel: "EMAIL", address, state: "QUEUED" }, data: { address: email } });
    await tx.mailRefusal.update({ where: { id: refusalId }, data: { doneAt: doneAt ?? new Date(app.clock.now()) } });
    await audit(tx, app.actor, { action: "mail-refusal.correct-address", subjectKind: "mail-refusal", subjectId: refusalId, providerId, after: { patients } });
    return { patients, messageId: await sendUnsent(app, tx, refusal) };
  });
}

/** The first that is sent, or null when nothing is left to tell. */
async function sendUnsent(app: AppContext, tx: Tx, { id: refusalId, providerId, address, messageId, at }: MailRefusal): Promise<string | null> {
  const now = app.clock.now();
  const unsent = await tx.message.findMany({
    where: { providerId, recipient: "PATIENT", channel: "EMAIL", address, bookingId: { not: null }, OR: [{ id: messageId }, { state: "SKIPPED", createdAt: { gte: at } }] },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
  });
  const sent: string[] = [];
  for (const message of unsent) {
    const isOfUse = message.usefulUntil === null || now <= message.usefulUntil.getTime();
    if (isOfUse && (await loadSubject(tx, message, now)).verdict.ok) sent.push(await sendCopy(app, tx, message, `corrected:${refusalId}:${message.id}`));
  }
  return sent[0] ?? null;
}
