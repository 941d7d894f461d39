import type { AppContext } from "@/application/shared/context";
import { audit } from "@/application/shared/audit";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { replyRefusal } from "@/domain/messages/reply-refusal";
import type { ReplyInput } from "./conversation-schemas";
import { getStaffConversation, outgoingLine } from "./staff-conversation";
import { writeText } from "./write-text";

/**
 * Writes to the person of a conversation, once per key; what waited there counts as read. Throws NOT_FOUND, NOT_ALLOWED,
 * POLICY_REFUSED (they said STOP, WhatsApp's 24 hours are over, the channel is off).
 */
export async function replyInConversation(app: AppContext, { conversationId, text, key }: ReplyInput): Promise<{ messageId: string | null }> {
  return inTransaction(app, async (tx) => {
    await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${conversationId}::uuid FOR UPDATE`;
    const conversation = await getStaffConversation(tx, app, conversationId, "message.reply");
    const now = app.clock.now();
    const { line, isOptedOut } = await outgoingLine(tx, app, conversation);
    const refusal = replyRefusal({ channel: conversation.channel, isChannelOn: line !== null, isOptedOut, lastInboundAt: conversation.lastInboundAt?.getTime() ?? null }, now);
    if (refusal !== null || line === null) throw new AppError("POLICY_REFUSED", { message: `Nothing was sent. ${refusal ?? ""}`.trim() });
    const { providerId } = conversation;
    const authorId = app.actor.kind === "user" ? app.actor.userId : undefined;
    const messageId = await writeText(app, tx, { line, providerId, conversationId, bookingId: null, template: "staff-reply", body: text, ...(authorId && { authorId }), dedupeKey: `staff:${conversationId}:${key}` });
    if (messageId === null) return { messageId };
    await tx.conversation.update({ where: { id: conversationId }, data: { unread: 0, lastAt: new Date(now) }, select: { id: true } });
    await audit(tx, app.actor, { action: "message.reply", subjectKind: "conversation", subjectId: conversationId, providerId, after: { messageId } });
    return { messageId };
  });
}
