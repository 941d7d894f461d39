import type { MessageClaim } from "@/application/messages/claim-message";
import { mine } from "@/application/messages/record-outcome";
import type { AppContext } from "@/application/shared/context";
import type { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import { insteadOf, ownMailProblem } from "@/domain/messages/own-mail-problem";
import { MAIL_SCOPE } from "./mail-scope";

/**
 * Gives a message that Google certainly did not take to SendGrid, for good, and notes what is the matter with the mailbox. Nothing happens
 * when the message is no longer this worker's.
 */
export async function passToSendgrid(app: AppContext, claim: MessageClaim, { failure }: IntegrationError): Promise<void> {
  const now = app.clock.now();
  const noted = ownMailProblem(failure, now);
  const { senderConnectionId: connectionId, senderAddress: address } = claim.message;
  const senderNote = insteadOf(address ?? "", noted?.problem ?? (failure.kind === "auth" ? "reconnect" : "message"));
  await inTransaction(app, async (tx) => {
    const { count } = await tx.message.updateMany({ where: mine(claim), data: { state: "QUEUED", sender: "SENDGRID", senderNote, senderAddress: null, senderConnectionId: null, uploadCiphertext: null } });
    if (count === 0 || noted === null || connectionId === null) return;
    await tx.ownMail.updateMany({ where: { connectionId }, data: { problem: noted.problem, problemAt: new Date(now), pausedUntil: noted.pausedUntil === null ? null : new Date(noted.pausedUntil) } });
    if (noted.problem === "scope-missing") await tx.$executeRaw`UPDATE calendar_connection SET scopes = array_remove(scopes, ${MAIL_SCOPE}) WHERE id = ${connectionId}::uuid`;
  });
}
