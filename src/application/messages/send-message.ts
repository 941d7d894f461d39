import { cardLink } from "@/application/contact-cards/card-link";
import { passToSendgrid } from "@/application/own-mail/pass-to-sendgrid";
import { sendOwnMail } from "@/application/own-mail/send-own-mail";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue, type JobPayloads } from "@/application/shared/enqueue";
import { AppError, IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { CLAIM_FRESH_MS } from "@/domain/messages/decide-recovery";
import { carriesCard } from "@/domain/messages/message-template";
import { nobodyKnows } from "@/domain/messages/own-mail-problem";
import { PHONE_CODE } from "@/domain/phones/phone-texts";
import { claimMessage, settledState, type MessageClaim } from "./claim-message";
import { composeEmail, composeText } from "./compose-message";
import { planRetry } from "./plan-retry";
import { sendKey } from "./plan-rows";
import { recordComposed, recordNotSent, recordSent, recordSettled } from "./record-outcome";
import { recoverMessage } from "./recover-message";
import { textDigests } from "./text-digests";

/** After so many tries, of which Google says that it has nothing, it is not asked again for this message. */
const FRUITLESS_ATTEMPTS = 4;
const NOT_TAKEN = new IntegrationError({ vendor: "google", operation: "gmail.send", kind: "transient", code: "not-taken" });

/**
 * Sends one planned message, at most once. An attempt whose outcome is unknown is looked up at the vendor before any
 * other. Throws what the vendor threw when it should be tried again.
 */
export async function sendMessage(app: AppContext, { messageId }: JobPayloads["messages.send"]): Promise<void> {
  authorize(app.actor, "message.send");
  const claim = await claimMessage(app, messageId);
  if (claim.kind === "settled") return;
  if (claim.kind === "held") return sendLater(app, messageId, claim.until);
  let { barrier } = claim;
  if (claim.unresolvedSince !== null) {
    const recovery = await recoverMessage(app, claim, claim.unresolvedSince);
    if (recovery.do === "keep") return;
    if (recovery.do === "give-up") return recordSettled(app, claim, { state: "FAILED", reason: nobodyKnows(claim.message.senderAddress), barrier: null });
    if (recovery.do === "wait") return sendLater(app, messageId, recovery.until);
    if (claim.message.sender === "GMAIL" && claim.message.attempts >= FRUITLESS_ATTEMPTS) return passOn(app, claim, NOT_TAKEN);
    if (!recovery.isCertain) barrier = null;
  }
  if (!claim.verdict.ok) return recordSettled(app, claim, { state: settledState(claim.verdict), reason: claim.verdict.reason, barrier });
  const send = await composeOrRelease(app, claim);
  if (send === null) return;
  // A worker that stood still this long may have lost its claim to another.
  if (app.clock.now() - claim.claimedAt.getTime() > CLAIM_FRESH_MS) return sendLater(app, messageId, app.clock.now() + CLAIM_FRESH_MS);
  try {
    const { vendorId } = await send();
    await recordSent(app, claim, vendorId, new Date(app.clock.now()));
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    if (claim.message.sender === "GMAIL" && error.failure.isAmbiguous !== true) return passOn(app, claim, error);
    await planRetry(app, claim, error);
  }
}

/** SendGrid sends what Google certainly did not take, now. */
async function passOn(app: AppContext, claim: MessageClaim, error: IntegrationError): Promise<void> {
  await passToSendgrid(app, claim, error);
  return sendMessage(app, { messageId: claim.message.id });
}

const LINK_RAN_OUT = "The patient's link has run out. Sent again, it carries a new one.";

/** Everything up to the vendor call. What goes wrong here has sent nothing; null when there is no link to send any more. */
async function composeOrRelease(app: AppContext, claim: MessageClaim): Promise<(() => Promise<{ vendorId: string }>) | null> {
  const { message, subject } = claim;
  try {
    if (subject === null) throw new Error("a message without a subject was claimed");
    if (message.channel === "EMAIL") {
      const email = await composeEmail(app, message, subject);
      if (message.sender === "GMAIL") return () => sendOwnMail(app, claim, email);
      return async () => required(app.ports.email).send(email);
    }
    const { channel } = message;
    const cardUrl = channel === "WHATSAPP" && carriesCard(message.template) ? await cardLink(app, message.id) : null;
    const text = await composeText(app, message, channel, subject, cardUrl);
    // So few codes there are that a digest would give one away; its words are still there when it is looked up.
    if (message.template !== PHONE_CODE) await recordComposed(app, claim, textDigests(text.body));
    return async () => required(channel === "SMS" ? app.ports.sms : app.ports.whatsapp).send(text);
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") {
      await recordSettled(app, claim, { state: "SKIPPED", reason: LINK_RAN_OUT, barrier: null });
      return null;
    }
    await recordNotSent(app, claim, "It could not be written; it will be tried again.");
    throw error;
  }
}

function required<T>(port: T | null): T {
  if (port === null) throw new Error("a message of a channel that is off was claimed");
  return port;
}

async function sendLater(app: AppContext, messageId: string, at: number): Promise<void> {
  await inTransaction(app, (tx) => enqueue(tx, "messages.send", { messageId }, { key: sendKey(messageId), runAt: at }));
}
