import type { MessageChannel } from "./message-template";
import { doNotSend, SEND, tooLateToSend, type SendVerdict } from "./send-verdict";

/** WhatsApp lets free text through for this long after the person's last message. */
export const WHATSAPP_WINDOW_MS = 24 * 3_600_000;
/** An automatic answer that comes later than this only confuses. */
const ANSWER_USEFUL_MS = 3_600_000;

/** Whether WhatsApp still takes free text at `now`; instants are epoch ms. */
export const isWindowOpen = (lastInboundAt: number | null, now: number): boolean => lastInboundAt !== null && now < lastInboundAt + WHATSAPP_WINDOW_MS;

/** Whether a text whose words were fixed when it was written is still worth sending at `now` (epoch ms). */
export function shouldSendWritten(text: { readonly template: string; readonly channel: MessageChannel; readonly createdAt: number; readonly lastInboundAt: number | null }, now: number): SendVerdict {
  if (text.template.startsWith("reply-") && now - text.createdAt > ANSWER_USEFUL_MS) return tooLateToSend();
  if (text.channel === "WHATSAPP" && !isWindowOpen(text.lastInboundAt, now)) return doNotSend("WhatsApp allows free text only within 24 hours of the person's last message.");
  return SEND;
}
