import type { AppContext } from "@/application/shared/context";
import type { MessageClaim } from "./claim-message";

const mine = ({ message, claimedAt }: MessageClaim) => ({ id: message.id, state: "SENDING" as const, attemptedAt: claimedAt });

/** Records that the vendor took it. A delivery report may have come first: then only what it lacked is filled in. */
export async function recordSent(app: AppContext, claim: MessageClaim, vendorId: string, sentAt: Date): Promise<void> {
  const { count } = await app.db.message.updateMany({ where: mine(claim), data: { state: "SENT", vendorId, sentAt, failure: null } });
  if (count > 0) return;
  await app.db.message.updateMany({ where: { id: claim.message.id, vendorId: null, state: { notIn: ["QUEUED", "SENDING"] } }, data: { vendorId } });
}

/** Not sent and never will be. */
export async function recordSettled(app: AppContext, claim: MessageClaim, state: "FAILED" | "SKIPPED" | "EXPIRED", reason: string): Promise<void> {
  await app.db.message.updateMany({ where: mine(claim), data: { state, failure: reason, ...(state === "FAILED" && { failedAt: new Date(app.clock.now()) }) } });
}

/** Certainly not sent: anybody may try again. */
export async function recordNotSent(app: AppContext, claim: MessageClaim, reason: string): Promise<void> {
  await app.db.message.updateMany({ where: mine(claim), data: { state: "QUEUED", failure: reason } });
}

/** Perhaps sent in the attempt begun at `attemptedAt`: stays SENDING, so that the next try looks it up first. */
export async function recordUnknown(app: AppContext, claim: MessageClaim, attemptedAt: Date): Promise<void> {
  await app.db.message.updateMany({ where: mine(claim), data: { attemptedAt, failure: "The answer got lost; it is being looked up." } });
}
