import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { ConversationRefInput } from "./conversation-schemas";
import { getStaffConversation } from "./staff-conversation";

/** Notes that somebody of the clinic has read what waited in a conversation. Throws NOT_FOUND, NOT_ALLOWED. */
export async function readConversation(app: AppContext, { conversationId }: ConversationRefInput): Promise<{ unread: number }> {
  return inTransaction(app, async (tx) => {
    const { providerId, unread } = await getStaffConversation(tx, app, conversationId, "message.reply");
    if (unread === 0) return { unread };
    // A text that came since is not read by this.
    await tx.$executeRaw`UPDATE conversation SET unread = greatest(unread - ${unread}::int, 0) WHERE id = ${conversationId}::uuid`;
    await audit(tx, app.actor, { action: "message.read", subjectKind: "conversation", subjectId: conversationId, providerId });
    return { unread: 0 };
  });
}
