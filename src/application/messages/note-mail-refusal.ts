import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { asMailRefusalReason, mailRefusalSentence, type MailRefusalReason } from "@/domain/messages/mail-refusal";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** Notes that the address of a message takes no more mail, once, in the caller's transaction: a task for the clinic, and nothing more is sent there. */
export async function noteMailRefusal(app: Pick<AppContext, "actor" | "clock">, tx: Tx, message: Pick<Message, "id" | "providerId" | "channel" | "address">, reason: MailRefusalReason): Promise<void> {
  const { id: messageId, channel, providerId, address } = message;
  if (channel !== "EMAIL" || providerId === null) return;
  const id = uuidv7();
  const { count } = await tx.mailRefusal.createMany({ data: { id, providerId, address, reason, messageId, at: new Date(app.clock.now()) }, skipDuplicates: true });
  if (count > 0) await audit(tx, app.actor, { action: "mail-refusal.note", subjectKind: "mail-refusal", subjectId: id, providerId, after: { reason, messageId } });
}

/** A refused address that somebody has seen to is a task again once it keeps news of a visit booked or moved since from its reader. In the caller's transaction. */
export async function reopenMailRefusal(app: Pick<AppContext, "actor">, tx: Tx, { id: messageId, providerId, channel, address, bookingId }: Pick<Message, "id" | "providerId" | "channel" | "address" | "bookingId">): Promise<void> {
  const booking = channel !== "EMAIL" || bookingId === null ? null : await tx.booking.findUnique({ where: { id: bookingId }, select: { createdAt: true } });
  if (booking === null || providerId === null) return;
  const reopened = await tx.mailRefusal.updateManyAndReturn({ where: { providerId, address, liftedAt: null, doneAt: { lt: booking.createdAt } }, data: { doneAt: null }, select: { id: true } });
  for (const { id } of reopened) await audit(tx, app.actor, { action: "mail-refusal.reopen", subjectKind: "mail-refusal", subjectId: id, providerId, after: { messageId } });
}

/** Why a provider's mail to this address is not sent, in a sentence; null when it may be. */
export async function mailRefusalOf(tx: Tx, { providerId, channel, address }: Pick<Message, "providerId" | "channel" | "address">): Promise<string | null> {
  if (channel !== "EMAIL" || providerId === null) return null;
  const refusal = await tx.mailRefusal.findFirst({ where: { providerId, address, liftedAt: null }, select: { reason: true } });
  return refusal && mailRefusalSentence(asMailRefusalReason(refusal.reason));
}
