import { withLiveToken } from "@/application/calendar/with-access-token";
import type { MessageClaim } from "@/application/messages/claim-message";
import { mine } from "@/application/messages/record-outcome";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { MailboxPort, OutgoingEmail } from "@/application/shared/ports";
import { CLAIM_FRESH_MS } from "@/domain/messages/decide-recovery";
import { NO_PROBLEM } from "./take-mail-consent";
import { uploadPlace } from "./upload-place";

const refuse = (kind: "transient" | "conflict" | "permanent", code: string) => new IntegrationError({ vendor: "google", operation: "gmail.send", kind, code });

/**
 * Sends a claimed message from the provider's own mailbox: its place at Google is opened and kept before it is handed over, so that whoever
 * comes after a lost answer or a crash can ask what became of it. Throws IntegrationError; one that is not ambiguous has sent nothing.
 */
export async function sendOwnMail(app: AppContext, claim: MessageClaim, email: OutgoingEmail): Promise<{ vendorId: string }> {
  const { mailbox } = app.ports;
  const { senderConnectionId: connectionId, senderAddress: address } = claim.message;
  if (mailbox == null || connectionId === null || address === null || claim.subject?.kind !== "appointment") throw refuse("permanent", "switched-off");
  const uploadUrl = await placeOf(app, mailbox, claim, connectionId);
  // Opening may have taken so long that another worker is about to take the message up.
  if (app.clock.now() - claim.claimedAt.getTime() > CLAIM_FRESH_MS) throw refuse("transient", "slow");
  const sender = { address, name: claim.subject.appointment.facts.provider.name, messageIdHost: new URL(app.config.publicOrigin).hostname };
  const sent = await withLiveToken(app, connectionId, (accessToken) => mailbox.send(accessToken, uploadUrl, email, sender));
  await app.db.ownMail.updateMany({ where: { connectionId, problem: { not: null } }, data: NO_PROBLEM });
  return sent;
}

/** The message's place at Google: the one it has, or one that is opened now. */
async function placeOf(app: AppContext, mailbox: MailboxPort, claim: MessageClaim, connectionId: string): Promise<string> {
  const { id } = claim.message;
  const row = await app.db.message.findUnique({ where: { id }, select: { uploadCiphertext: true } });
  if (row?.uploadCiphertext) return app.cipher.decrypt(row.uploadCiphertext, uploadPlace(id));
  const { uploadUrl } = await withLiveToken(app, connectionId, (accessToken) => mailbox.open(accessToken));
  const { count } = await app.db.message.updateMany({ where: mine(claim), data: { uploadCiphertext: await app.cipher.encrypt(uploadUrl, uploadPlace(id)) } });
  if (count === 0) throw refuse("conflict", "claim-lost");
  return uploadUrl;
}
