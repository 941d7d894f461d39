import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { ConversationRefInput } from "./conversation-schemas";
import { openConversation } from "./open-conversation";
import { getStaffConversation } from "./staff-conversation";

/**
 * The conversation by SMS with the person of a WhatsApp conversation, made when there is none: for when WhatsApp takes no free text any
 * more. Nothing is sent. Throws NOT_FOUND, NOT_ALLOWED, POLICY_REFUSED (SMS is off).
 */
export async function continueBySms(app: AppContext, { conversationId }: ConversationRefInput): Promise<{ conversationId: string }> {
  return inTransaction(app, async (tx) => {
    const { channel, address, providerId, lastAt } = await getStaffConversation(tx, app, conversationId, "message.reply");
    if (channel === "SMS") return { conversationId };
    if (app.ports.sms === null) throw new AppError("POLICY_REFUSED", { message: "SMS is switched off on this installation." });
    const opened = await openConversation(tx, { channel: "SMS", ourNumber: app.ports.sms.sender, address }, providerId, { at: lastAt.getTime(), isInbound: false, unread: 0 });
    await audit(tx, app.actor, { action: "conversation.by-sms", subjectKind: "conversation", subjectId: opened, providerId });
    return { conversationId: opened };
  });
}
