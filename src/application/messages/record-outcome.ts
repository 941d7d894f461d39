import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { Barrier } from "@/domain/messages/decide-fallback";
import type { MessageClaim } from "./claim-message";
import { forgetCode } from "./forget-code";
import { planFallback } from "./plan-fallback";

/** The row of a claim, while it is still this worker's. */
export const mine = ({ message, claimedAt }: MessageClaim) => ({ id: message.id, state: "SENDING" as const, attemptedAt: claimedAt });

/** Keeps by what a text is known that is about to be sent. */
export async function recordComposed(app: AppContext, claim: MessageClaim, textDigests: string[]): Promise<void> {
  await app.db.message.updateMany({ where: mine(claim), data: { textDigests } });
}

/** Records that the vendor took it, at `sentAt` as far as is known. A delivery report may have come first: then only what it lacked is filled in. */
export async function recordSent(app: AppContext, claim: MessageClaim, vendorId: string, sentAt: Date): Promise<void> {
  const { count } = await app.db.message.updateMany({ where: mine(claim), data: { state: "SENT", vendorId, sentAt, failure: null, uploadCiphertext: null, ...forgetCode(claim.message) } });
  if (count > 0) return;
  await app.db.message.updateMany({ where: { id: claim.message.id, vendorId: null, state: { notIn: ["QUEUED", "SENDING"] } }, data: { vendorId, ...forgetCode(claim.message) } });
}

/** Not sent and never will be; told over another channel when `barrier` is one that another may pass. */
export async function recordSettled(app: AppContext, claim: MessageClaim, settled: { state: "FAILED" | "SKIPPED" | "EXPIRED"; reason: string; barrier: Barrier | null }): Promise<void> {
  const { state, reason, barrier } = settled;
  await inTransaction(app, async (tx) => {
    const { count } = await tx.message.updateMany({ where: mine(claim), data: { state, failure: reason, uploadCiphertext: null, ...forgetCode(claim.message), ...(state === "FAILED" && { failedAt: new Date(app.clock.now()) }) } });
    if (count > 0 && barrier !== null) await planFallback(app, tx, claim.message, barrier);
  });
}

/** Certainly not sent: anybody may try again. */
export async function recordNotSent(app: AppContext, claim: MessageClaim, reason: string): Promise<void> {
  await app.db.message.updateMany({ where: mine(claim), data: { state: "QUEUED", failure: reason } });
}

/** Perhaps sent in the attempt begun at `attemptedAt`: stays SENDING, so that the next try looks it up first. */
export async function recordUnknown(app: AppContext, claim: MessageClaim, attemptedAt: Date): Promise<void> {
  await app.db.message.updateMany({ where: mine(claim), data: { attemptedAt, failure: "The answer got lost; it is being looked up." } });
}
