import type { ConversationEntry } from "@/application/messages/conversation-schemas";
import type { StatusTone } from "@/ui/status-tone";

type MessageState = NonNullable<ConversationEntry["state"]>;

/** How far a message has come, in a word or two. */
export const MESSAGE_STATE: Readonly<Record<MessageState, { readonly label: string; readonly tone: StatusTone }>> = {
  QUEUED: { label: "Waiting", tone: "pending" },
  SENDING: { label: "Being sent", tone: "pending" },
  SENT: { label: "Sent", tone: "info" },
  DELIVERED: { label: "Delivered", tone: "success" },
  READ: { label: "Read", tone: "success" },
  FAILED: { label: "Not delivered", tone: "danger" },
  SKIPPED: { label: "Not sent", tone: "neutral" },
  EXPIRED: { label: "Too late to send", tone: "danger" },
};
