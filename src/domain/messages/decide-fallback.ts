import type { MessageChannel } from "./message-template";

/** Why a text cannot reach somebody: the vendor's code, their STOP, a channel that is switched off here, or a number nobody has proven to be theirs. */
export type Barrier = { readonly kind: "failed"; readonly code: string | null } | { readonly kind: "stopped" | "off" | "unproven" };

/** Failures of the person's number or of their will, which a text over another app would meet as well. https://www.twilio.com/docs/api/errors */
const NO_TEXT_ARRIVES = new Set(["21211", "21610", "63033"]);

const wantsNoText = (barrier: Barrier) => barrier.kind === "stopped" || (barrier.kind === "failed" && barrier.code !== null && NO_TEXT_ARRIVES.has(barrier.code));

export interface Unreached {
  readonly channel: MessageChannel;
  readonly barrier: Barrier;
  /** A reminder, thanks and the like are a kindness, not news: nobody who said STOP gets them another way. */
  readonly isReminder: boolean;
  /** An SMS could not carry it. */
  readonly carriesCard: boolean;
}

/**
 * Over which channel to tell somebody instead: from WhatsApp to SMS, from either to e-mail; null when there is none left. `reachable`
 * holds the address for each channel. An e-mail that bounces is no reason to start texting.
 */
export function decideFallback({ channel, barrier, isReminder, carriesCard }: Unreached, reachable: Readonly<Record<MessageChannel, string | null>>): { channel: MessageChannel; address: string } | null {
  if (channel === "EMAIL" || (isReminder && wantsNoText(barrier))) return null;
  const order: readonly MessageChannel[] = channel === "SMS" || carriesCard || barrier.kind === "unproven" || wantsNoText(barrier) ? ["EMAIL"] : ["SMS", "EMAIL"];
  for (const next of order) {
    const address = reachable[next];
    if (address !== null) return { channel: next, address };
  }
  return null;
}
