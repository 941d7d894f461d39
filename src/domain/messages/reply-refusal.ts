import { isWindowOpen } from "./should-send-written";

export interface ReplyCircumstances {
  readonly channel: "SMS" | "WHATSAPP";
  readonly isChannelOn: boolean;
  readonly isOptedOut: boolean;
  /** When the person last wrote, epoch ms. */
  readonly lastInboundAt: number | null;
}

/** Why the clinic may not write to a person now (epoch ms), in a sentence; null when it may. */
export function replyRefusal({ channel, isChannelOn, isOptedOut, lastInboundAt }: ReplyCircumstances, now: number): string | null {
  const name = channel === "SMS" ? "SMS" : "WhatsApp";
  if (!isChannelOn) return `${name} is switched off on this installation.`;
  if (isOptedOut) return "This person has replied STOP, so no texts may be sent to this number. Call them, or wait until they reply START.";
  if (channel === "WHATSAPP" && !isWindowOpen(lastInboundAt, now)) return "WhatsApp lets a clinic write freely only within 24 hours of the person’s last message. Call them, or send an SMS.";
  return null;
}
