import type { AppContext } from "@/application/shared/context";
import { messageTitle } from "@/domain/messages/message-title";
import { toLocal } from "@/domain/time/local-time";
import type { ConversationEntry } from "./conversation-schemas";
import { inboundPlace } from "./receive-text";
import type { StaffConversation } from "./staff-conversation";
import { textPlace } from "./write-text";

/** As far back as anybody scrolls; older messages are with their bookings. */
const SHOWN = 100;

/** What was said over a conversation's line on behalf of its provider, oldest first: texts, answers, confirmations, reminders. */
export async function listEntries({ db, cipher }: Pick<AppContext, "db" | "cipher">, { id, providerId, channel, address, provider }: StaffConversation): Promise<ConversationEntry[]> {
  const [inbound, sent] = await Promise.all([
    db.inboundMessage.findMany({ where: { conversationId: id }, orderBy: { receivedAt: "desc" }, take: SHOWN, select: { id: true, receivedAt: true, bodyCiphertext: true } }),
    db.message.findMany({
      where: { address, channel, providerId, recipient: "PATIENT" },
      orderBy: { createdAt: "desc" },
      take: SHOWN,
      select: { id: true, createdAt: true, template: true, state: true, failure: true, bodyCiphertext: true, author: { select: { name: true, email: true } } },
    }),
  ]);
  const entries = await Promise.all([
    ...inbound.map(async (text) => ({ id: text.id, at: text.receivedAt, from: "patient" as const, text: await cipher.decrypt(text.bodyCiphertext, inboundPlace(text.id)), title: "Text from the patient", author: null, state: null, failure: null })),
    ...sent.map(async (message) => ({
      id: message.id,
      at: message.createdAt,
      from: message.template.startsWith("staff-") ? ("clinic" as const) : ("automatic" as const),
      text: message.bodyCiphertext === null ? null : await cipher.decrypt(message.bodyCiphertext, textPlace(message.id)),
      title: messageTitle(message.template),
      author: message.author && (message.author.name ?? message.author.email),
      state: message.state,
      failure: message.failure,
    })),
  ]);
  return entries
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
    .slice(-SHOWN)
    .map(({ at, ...entry }) => ({ ...entry, at: at.toISOString(), localAt: toLocal(at.getTime(), provider.timeZone) }));
}
