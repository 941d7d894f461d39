import type { AppContext } from "@/application/shared/context";
import type { IntegrationError } from "@/application/shared/errors";
import type { Barrier } from "@/domain/messages/decide-fallback";
import { failureSentence } from "@/domain/messages/failure-sentence";
import { nobodyKnows } from "@/domain/messages/own-mail-problem";
import type { MessageClaim } from "./claim-message";
import { inTransaction } from "@/application/shared/transaction";
import { noteMailRefusal } from "./note-mail-refusal";
import { recordConsent } from "./text-consent";
import { recordNotSent, recordSettled, recordUnknown } from "./record-outcome";

/** Longer than this nobody waits for a message, not counting the time it was held back on purpose. */
const GIVE_UP_MS = 24 * 3_600_000;

/** "Attempt to send to unsubscribed recipient": the carrier knows of a STOP that we have not seen. https://www.twilio.com/docs/api/errors/21610 */
const CARRIER_OPT_OUT = "21610";

/** The field that SendGrid names when it takes an address for none. */
const REFUSED_RECIPIENT = /\bto\.\d+\.email$/;

async function noteOptOut(app: AppContext, { message: { channel, address } }: MessageClaim): Promise<void> {
  const ourNumber = (channel === "SMS" ? app.ports.sms : app.ports.whatsapp)?.sender;
  if (channel === "EMAIL" || ourNumber === undefined) return;
  await inTransaction(app, (tx) => recordConsent(tx, { channel, ourNumber, address }, { isOptedOut: true, source: "carrier" }, app.clock.now()));
}

/** Records a failed send; what failed for good is told over another channel where there is one. Throws `error` again when it is worth another try, so that the worker makes one. */
export async function planRetry(app: AppContext, claim: MessageClaim, error: IntegrationError): Promise<void> {
  const { failure } = error;
  const sentence = failure.vendor === "google" ? nobodyKnows(claim.message.senderAddress) : failureSentence(failure.code, failure.vendor === "sendgrid" ? "sendgrid" : "twilio");
  if (failure.code === CARRIER_OPT_OUT) await noteOptOut(app, claim);
  if (REFUSED_RECIPIENT.test(failure.code ?? "")) await inTransaction(app, (tx) => noteMailRefusal(app, tx, claim.message, "invalid"));
  // What may have arrived is not told over another channel as well.
  const barrier: Barrier | null = failure.isAmbiguous ? null : { kind: "failed", code: failure.code ?? null };
  const failed = { state: "FAILED", barrier } as const;
  const { createdAt, heldUntil } = claim.message;
  const isLate = app.clock.now() - Math.max(createdAt.getTime(), heldUntil?.getTime() ?? 0) > GIVE_UP_MS;
  if (failure.kind === "permanent" || failure.kind === "conflict" || failure.kind === "not-found") return recordSettled(app, claim, { ...failed, reason: sentence });
  if (isLate) return recordSettled(app, claim, { ...failed, reason: `Given up after a day: ${sentence}` });
  if (failure.isAmbiguous) await recordUnknown(app, claim, claim.claimedAt);
  else await recordNotSent(app, claim, sentence);
  throw error;
}
