import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { CLAIM_MS } from "@/domain/messages/decide-recovery";
import type { Barrier } from "@/domain/messages/decide-fallback";
import { doNotSend, tooLateToSend, type SendVerdict } from "@/domain/messages/send-verdict";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { mailRefusalOf } from "./note-mail-refusal";
import { planFallback } from "./plan-fallback";
import { loadSubject, type MessageSubject } from "./message-subject";
import { isOptedOut } from "./text-consent";

export interface MessageClaim {
  readonly kind: "claimed";
  readonly message: Message;
  readonly subject: MessageSubject | null;
  readonly verdict: SendVerdict;
  /** What keeps this channel from reaching the person at all; null when nothing does. */
  readonly barrier: Barrier | null;
  /** This worker's mark on the row: nobody else writes the outcome while it stands. */
  readonly claimedAt: Date;
  /** When an earlier attempt began whose outcome nobody knows. */
  readonly unresolvedSince: Date | null;
}

const PORT_OFF = {
  EMAIL: "E-mail is switched off on this installation.",
  SMS: "SMS is switched off on this installation.",
  WHATSAPP: "WhatsApp is switched off on this installation.",
} as const;

/**
 * Takes a message for sending: marked and committed before any vendor is called, so that two workers never both send
 * it and a crash leaves a trace. `held` means another worker has it, or its reader sleeps, until then (epoch ms); `settled` that nothing is
 * left to do, also because it is no longer worth sending.
 */
export async function claimMessage(app: AppContext, messageId: string): Promise<MessageClaim | { readonly kind: "held"; readonly until: number } | { readonly kind: "settled" }> {
  return inTransaction(app, async (tx) => {
    await tx.$queryRaw`SELECT id FROM message WHERE id = ${messageId}::uuid FOR UPDATE`;
    const message = await tx.message.findUnique({ where: { id: messageId } });
    if (message === null || (message.state !== "QUEUED" && message.state !== "SENDING")) return { kind: "settled" };
    const now = app.clock.now();
    const attemptedAt = message.attemptedAt?.getTime() ?? 0;
    // Without a noted failure the attempt may still be going on.
    if (message.state === "SENDING" && message.failure === null && now < attemptedAt + CLAIM_MS) return { kind: "held", until: attemptedAt + CLAIM_MS };
    const isOff = portOf(app, message.channel) === null;
    const barrier: Barrier | null = isOff ? { kind: "off" } : (await hasStopped(app, tx, message)) ? { kind: "stopped" } : null;
    const loaded = await loadSubject(tx, message, now);
    if (message.state === "QUEUED" && loaded.verdict.ok && loaded.notBefore !== undefined && now < loaded.notBefore) return { kind: "held", until: loaded.notBefore };
    const worth = withinUse(loaded.verdict, message, now);
    const refused = await mailRefusalOf(tx, message);
    const verdict = isOff ? doNotSend(PORT_OFF[message.channel]) : barrier !== null ? doNotSend(STOPPED) : worth.ok && refused !== null ? doNotSend(refused) : worth;
    const unresolvedSince = message.state === "SENDING" ? message.attemptedAt : null;
    if (!verdict.ok && (unresolvedSince === null || isOff)) {
      await tx.message.update({ where: { id: messageId }, data: { state: settledState(verdict), failure: verdict.reason } });
      if (barrier !== null && worth.ok) await planFallback(app, tx, message, barrier);
      return { kind: "settled" };
    }
    const claimedAt = new Date(now);
    const carriesMeetLink = loaded.subject?.kind === "appointment" && loaded.subject.appointment.facts.meetUrl !== null;
    await tx.message.update({ where: { id: messageId }, data: { state: "SENDING", attemptedAt: claimedAt, attempts: { increment: 1 }, failure: null, carriesMeetLink } });
    return { kind: "claimed", message, subject: loaded.subject, verdict, barrier: worth.ok ? barrier : null, claimedAt, unresolvedSince };
  });
}

function withinUse(verdict: SendVerdict, { usefulUntil, failure }: Message, now: number): SendVerdict {
  const isTooLate = verdict.ok ? usefulUntil !== null && now > usefulUntil.getTime() : verdict.isTooLate === true;
  return isTooLate ? tooLateToSend(failure) : verdict;
}

/** What becomes of a message that is not sent. */
export const settledState = (refusal: Extract<SendVerdict, { ok: false }>): "SKIPPED" | "EXPIRED" => (refusal.isTooLate ? "EXPIRED" : "SKIPPED");

const STOPPED = "The person replied STOP, so no texts may be sent to this number.";

async function hasStopped(app: AppContext, tx: Tx, { channel, address }: Message): Promise<boolean> {
  if (channel === "EMAIL") return false;
  const ourNumber = (channel === "SMS" ? app.ports.sms : app.ports.whatsapp)?.sender;
  return ourNumber !== undefined && isOptedOut(tx, { channel, ourNumber, address });
}

/** The way out for a channel; null when it is switched off. */
export function portOf(app: AppContext, channel: Message["channel"]) {
  return channel === "EMAIL" ? app.ports.email : channel === "SMS" ? app.ports.sms : app.ports.whatsapp;
}
