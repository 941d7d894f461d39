import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { ReplyInput } from "./conversation-schemas";
import { writeFromClinic } from "./write-from-clinic";

/**
 * Writes to the person of a conversation, once per key; what waited there counts as read. Throws NOT_FOUND, NOT_ALLOWED,
 * POLICY_REFUSED (they said STOP, WhatsApp's 24 hours are over, the channel is off).
 */
export async function replyInConversation(app: AppContext, { conversationId, text, key }: ReplyInput): Promise<{ messageId: string | null }> {
  return inTransaction(app, (tx) => writeFromClinic(app, tx, conversationId, { template: "staff-reply", body: async () => text, key }));
}
