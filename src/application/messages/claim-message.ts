import { chooseMailSender } from "@/application/own-mail/choose-mail-sender";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { CLAIM_MS } from "@/domain/messages/decide-recovery";
import type { Barrier } from "@/domain/messages/decide-fallback";
import { doNotSend, tooLateToSend, type SendVerdict } from "@/domain/messages/send-verdict";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { findObstacle } from "./find-obstacle";
import { forgetCode } from "./forget-code";
import { reopenMailRefusal } from "./note-mail-refusal";
import { planFallback } from "./plan-fallback";
import { loadSubject, type MessageSubject } from "./message-subject";
import { MANY_TO_ONE, recipientTurn } from "./recipient-turn";

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
    const obstacle = await findObstacle(app, tx, message);
    const barrier = obstacle?.barrier ?? null;
    const loaded = await loadSubject(tx, message, now);
    if (message.state === "QUEUED" && loaded.verdict.ok && loaded.notBefore !== undefined && now < loaded.notBefore) return hold(tx, message, loaded.notBefore);
    const worth = withinUse(loaded.verdict, message, now);
    const verdict = obstacle === null ? worth : doNotSend(obstacle.reason);
    const unresolvedSince = message.state === "SENDING" ? message.attemptedAt : null;
    if (!verdict.ok && (unresolvedSince === null || barrier?.kind === "off")) {
      await tx.message.update({ where: { id: messageId }, data: { state: settledState(verdict), failure: verdict.reason, ...forgetCode(message) } });
      if (barrier !== null && worth.ok && unresolvedSince === null) await planFallback(app, tx, message, barrier);
      if (obstacle !== null && worth.ok) await reopenMailRefusal(app, tx, message);
      return { kind: "settled" };
    }
    const turn = unresolvedSince === null ? await recipientTurn(app, tx, message) : null;
    if (turn !== null) return holdBack(tx, message, turn);
    const claimedAt = new Date(now);
    const carriesMeetLink = loaded.subject?.kind === "appointment" && loaded.subject.appointment.facts.meetUrl !== null;
    const sender = await chooseMailSender(app, tx, message, loaded.subject);
    await tx.message.update({ where: { id: messageId }, data: { state: "SENDING", attemptedAt: claimedAt, attempts: { increment: 1 }, failure: null, carriesMeetLink, ...sender } });
    return { kind: "claimed", message: { ...message, ...sender }, subject: loaded.subject, verdict, barrier: worth.ok ? barrier : null, claimedAt, unresolvedSince };
  });
}

/** Puts a message off until its address may get one more, or ends it when it would be of no use by then. */
async function holdBack(tx: Tx, message: Message, until: number): Promise<{ readonly kind: "held"; readonly until: number } | { readonly kind: "settled" }> {
  const { verdict } = await loadSubject(tx, message, until);
  const then = withinUse(verdict, message, until);
  await tx.message.update({ where: { id: message.id }, data: then.ok ? { failure: MANY_TO_ONE, heldUntil: new Date(until) } : { state: settledState(then), failure: `${MANY_TO_ONE} ${then.reason}`, ...forgetCode(message) } });
  return then.ok ? { kind: "held", until } : { kind: "settled" };
}

async function hold(tx: Tx, { id }: Message, until: number): Promise<{ readonly kind: "held"; readonly until: number }> {
  await tx.message.update({ where: { id }, data: { heldUntil: new Date(until) } });
  return { kind: "held", until };
}

function withinUse(verdict: SendVerdict, { usefulUntil, failure }: Message, now: number): SendVerdict {
  const isTooLate = verdict.ok ? usefulUntil !== null && now > usefulUntil.getTime() : verdict.isTooLate === true;
  return isTooLate ? tooLateToSend(failure) : verdict;
}

/** What becomes of a message that is not sent. */
export const settledState = (refusal: Extract<SendVerdict, { ok: false }>): "SKIPPED" | "EXPIRED" => (refusal.isTooLate ? "EXPIRED" : "SKIPPED");
