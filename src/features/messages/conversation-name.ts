import type { ConversationSummary } from "@/application/messages/conversation-schemas";

/** Who a conversation is with: the patient, the family behind one number, or the number itself. */
export function conversationName({ names, phoneText }: Pick<ConversationSummary, "names" | "phoneText">): string {
  const [first, ...others] = names;
  if (first === undefined) return phoneText;
  return others.length === 0 ? first : `${first} and ${others.length === 1 ? others[0] : `${others.length} others`}`;
}

export const CHANNEL_NAMES = { SMS: "SMS", WHATSAPP: "WhatsApp" } as const;
