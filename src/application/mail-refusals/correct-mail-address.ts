import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { loadSubject } from "@/application/messages/message-subject";
import { sendCopy } from "@/application/messages/send-copy";
import type { Tx } from "@/platform/db";
import { getStaffRefusal } from "./get-staff-refusal";
import type { CorrectMailAddressInput } from "./mail-refusal-schemas";

/**
 * Gives the provider's patients of a refused address another one and sends them what was refused, when it is still of use. Messages
 * that wait go to the new address. Throws NOT_FOUND, NOT_ALLOWED, VALIDATION_FAILED (the same address).
 */
export async function correctMailAddress(app: AppContext, { refusalId, email }: CorrectMailAddressInput): Promise<{ patients: number; messageId: string | null }> {
  return inTransaction(app, async (tx) => {
    const { providerId, address, doneAt, messageId } = await getStaffRefusal(app, tx, refusalId);
    if (email === address) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "email", message: "must be another address than the one that refuses mail" }] });
    const { count: patients } = await tx.patient.updateMany({ where: { providerId, email: address }, data: { email } });
    if (patients === 0) throw new AppError("NOT_FOUND", { message: "No patient has this address any more. Nothing was changed." });
    await tx.message.updateMany({ where: { providerId, recipient: "PATIENT", channel: "EMAIL", address, state: "QUEUED" }, data: { address: email } });
    await tx.mailRefusal.update({ where: { id: refusalId }, data: { doneAt: doneAt ?? new Date(app.clock.now()) } });
    await audit(tx, app.actor, { action: "mail-refusal.correct-address", subjectKind: "mail-refusal", subjectId: refusalId, providerId, after: { patients } });
    return { patients, messageId: await sendRefused(app, tx, messageId, refusalId) };
  });
}

async function sendRefused(app: AppContext, tx: Tx, messageId: string, refusalId: string): Promise<string | null> {
  const message = await tx.message.findUnique({ where: { id: messageId } });
  if (message?.recipient !== "PATIENT" || message.bookingId === null) return null;
  const { verdict } = await loadSubject(tx, message, app.clock.now());
  return verdict.ok ? sendCopy(app, tx, message, `corrected:${refusalId}`) : null;
}
