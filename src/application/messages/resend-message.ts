import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import type { ResendMessageInput } from "./message-log-schemas";
import { keepLateLink } from "./keep-late-link";
import { loadSubject } from "./message-subject";
import { sendKey } from "./plan-rows";
import { sendCopy } from "./send-copy";

/**
 * Sends a message once more as a new one, once per key; one that still waits is tried now instead. What would no longer
 * be true, or of use, is refused. Throws NOT_FOUND, NOT_ALLOWED, STATUS_CONFLICT (just being sent), POLICY_REFUSED.
 */
export async function resendMessage(app: AppContext, { messageId, key }: ResendMessageInput): Promise<{ messageId: string }> {
  return inTransaction(app, async (tx) => {
    await tx.$queryRaw`SELECT id FROM message WHERE id = ${messageId}::uuid FOR UPDATE`;
    const message = await getStaffMessage(app, tx, messageId);
    if (message.state === "SENDING") throw new AppError("STATUS_CONFLICT", { message: "This message is just being sent." });
    if (message.state === "QUEUED") {
      await keepLateLink(app, tx, message);
      await enqueue(tx, "messages.send", { messageId }, { key: sendKey(messageId) });
      await audit(tx, app.actor, { action: "message.retry", subjectKind: "message", subjectId: messageId, providerId: message.providerId });
      return { messageId };
    }
    const { verdict } = await loadSubject(tx, message, app.clock.now());
    if (!verdict.ok) throw new AppError("POLICY_REFUSED", { message: `Nothing was sent. ${verdict.reason}` });
    return { messageId: await sendCopy(app, tx, message, `${message.dedupeKey}:resend:${key}`) };
  });
}

async function getStaffMessage(app: AppContext, tx: Tx, messageId: string): Promise<Message> {
  const message = await tx.message.findUnique({ where: { id: messageId } });
  const provider = message?.providerId ? await tx.provider.findUnique({ where: { id: message.providerId }, select: { organizationId: true } }) : null;
  if (!message || !provider) throw new AppError("NOT_FOUND", { message: "We could not find this message." });
  authorize(app.actor, "message.reply", { providerId: message.providerId, organizationId: provider.organizationId });
  return message;
}
