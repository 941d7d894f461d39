import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { replyRefusal } from "@/domain/messages/reply-refusal";
import type { Tx } from "@/platform/db";
import { getStaffConversation, outgoingLine, type StaffConversation } from "./staff-conversation";
import { writeText } from "./write-text";

export interface ClinicText {
  readonly template: "staff-reply" | "staff-card";
  readonly body: (conversation: StaffConversation) => Promise<string>;
  /** The same for every try of one text. */
  readonly key: string;
}

/**
 * Plans a text of somebody of the clinic to the person of a conversation, once per key, in the caller's transaction; what waited there
 * counts as read. The text's id, or null when it was written before. Throws NOT_FOUND, NOT_ALLOWED, POLICY_REFUSED.
 */
export async function writeFromClinic(app: AppContext, tx: Tx, conversationId: string, { template, body, key }: ClinicText): Promise<{ messageId: string | null }> {
  await tx.$queryRaw`SELECT id FROM conversation WHERE id = ${conversationId}::uuid FOR UPDATE`;
  const conversation = await getStaffConversation(tx, app, conversationId, "message.reply");
  const { channel, providerId, lastInboundAt } = conversation;
  const now = app.clock.now();
  const { line, isOptedOut } = await outgoingLine(tx, app, conversation);
  const cannot = template === "staff-card" && channel === "SMS" ? "An SMS carries no contact card." : null;
  const refusal = cannot ?? replyRefusal({ channel, isChannelOn: line !== null, isOptedOut, lastInboundAt: lastInboundAt?.getTime() ?? null }, now);
  if (refusal !== null || line === null) throw new AppError("POLICY_REFUSED", { message: `Nothing was sent. ${refusal ?? ""}`.trim() });
  const authorId = app.actor.kind === "user" ? app.actor.userId : undefined;
  const messageId = await writeText(app, tx, { line, providerId, conversationId, bookingId: null, template, body: await body(conversation), ...(authorId && { authorId }), dedupeKey: `staff:${conversationId}:${key}` });
  if (messageId === null) return { messageId };
  await tx.conversation.update({ where: { id: conversationId }, data: { unread: 0, lastAt: new Date(now) }, select: { id: true } });
  await audit(tx, app.actor, { action: "message.reply", subjectKind: "conversation", subjectId: conversationId, providerId, after: { messageId } });
  return { messageId };
}
