import { uuidv7 } from "uuidv7";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { sameText } from "@/application/shared/same-text";
import { inTransaction } from "@/application/shared/transaction";
import { nextDeliveryState, type DeliveryReport } from "@/domain/messages/delivery-state";
import { failureSentence } from "@/domain/messages/failure-sentence";
import type { MailRefusalReason } from "@/domain/messages/mail-refusal";
import type { Message, Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { forgetCode } from "./forget-code";
import { noteMailRefusal } from "./note-mail-refusal";
import { planFallback } from "./plan-fallback";

export interface ReceivedReport {
  readonly vendor: "twilio" | "sendgrid";
  /** The same for every repetition of this report. */
  readonly eventId: string;
  /** What is kept of it: no address, number or text. */
  readonly body: Prisma.InputJsonObject;
  /** Our id, which we gave the vendor along; null when it did not come back. */
  readonly messageId: string | null;
  /** The vendor's id of the message; null where the report came without one. */
  readonly vendorId: string | null;
  /** Whom the message was for: a mail that came back days later may be told by nothing else. */
  readonly address?: string | undefined;
  /** Null for news that changes nothing, such as "queued". */
  readonly report: DeliveryReport | null;
  /** What the reader did, where the vendor tells it. */
  readonly reader?: "read" | "opened" | "clicked" | undefined;
  readonly failureCode: string | null;
  /** Why the address is of no more use, where the vendor tells that. */
  readonly refusal?: MailRefusalReason | null;
}

/**
 * Stores a vendor's verified delivery report and applies it, once, in one transaction. Reports may be repeated and come
 * in any order, also before the send that caused them is recorded. Answers whether it was new.
 */
export async function recordDelivery(app: AppContext, received: ReceivedReport): Promise<boolean> {
  authorize(app.actor, "message.send");
  return inTransaction(app, async (tx) => {
    const now = new Date(app.clock.now());
    const { count } = await tx.webhookEvent.createMany({
      data: { id: uuidv7(), vendor: received.vendor, vendorId: received.eventId, body: received.body, receivedAt: now, processedAt: now },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    const message = await lockMessage(tx, received);
    const next = message && received.report && nextDeliveryState(message, received.report);
    if (message) await tx.message.update({ where: { id: message.id }, data: { ...(next && changesOf(message, next, received, now)), ...readerStamp(message, received, now) } });
    // Whoever it was for has it, or never will.
    if (message && next && next !== "SENT") await tx.contactCard.deleteMany({ where: { messageId: message.id } });
    if (message && received.refusal) await noteMailRefusal(app, tx, message, received.refusal);
    if (message && next === "FAILED") await planFallback(app, tx, message, { kind: "failed", code: received.failureCode });
    return true;
  });
}

async function lockMessage(tx: Tx, { messageId, vendorId, vendor, address, refusal }: ReceivedReport): Promise<Message | null> {
  const channels = vendor === "sendgrid" ? ["EMAIL" as const] : ["SMS" as const, "WHATSAPP" as const];
  const found =
    messageId !== null || vendorId !== null
      ? await tx.message.findFirst({ where: { channel: { in: channels }, ...(messageId === null ? { vendorId } : { id: messageId }) }, select: { id: true } })
      : address && refusal
        ? await tx.message.findFirst({ where: { channel: { in: channels }, address: sameText(address), state: { in: ["SENT", "DELIVERED", "READ"] } }, orderBy: { sentAt: "desc" }, select: { id: true } })
        : null;
  if (found === null) return null;
  await tx.$queryRaw`SELECT id FROM message WHERE id = ${found.id}::uuid FOR UPDATE`;
  return tx.message.findUnique({ where: { id: found.id } });
}

function changesOf(message: Message, state: DeliveryReport, { vendorId, vendor, failureCode }: ReceivedReport, now: Date): Prisma.MessageUpdateInput {
  const isDelivered = state === "DELIVERED" || state === "READ";
  return {
    state,
    ...forgetCode(message),
    vendorId: message.vendorId ?? vendorId,
    sentAt: message.sentAt ?? message.attemptedAt ?? now,
    ...(isDelivered && { deliveredAt: message.deliveredAt ?? now }),
    ...(state === "FAILED" && { failedAt: now }),
    failure: state === "FAILED" ? failureSentence(failureCode ?? undefined, vendor) : null,
  };
}

const STAMPS = { read: "readAt", opened: "openedAt", clicked: "clickedAt" } as const;

/** The first time counts, in whatever order the news come. */
function readerStamp(message: Message, { reader }: ReceivedReport, now: Date): Prisma.MessageUpdateInput {
  if (reader === undefined) return {};
  const stamp = STAMPS[reader];
  return { [stamp]: message[stamp] ?? now };
}
