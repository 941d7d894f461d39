import { renderEmail } from "@/application/messages/email/render-email";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import type { EmailPort } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { OWN_BRAND } from "@/domain/messages/brand";
import { emailLetter } from "@/domain/messages/email-letter";
import { readLanguage } from "@/domain/messages/language";
import { signInContent } from "@/domain/messages/sign-in-content";
import { findPatientUser } from "./find-patient-user";
import { tokenPlace } from "./request-sign-in-link";

/**
 * Sends a link that was asked for, once, to an address that belongs to a patient. An attempt whose end nobody noted is looked up
 * at the vendor before another. What nobody could send in time is left.
 */
export async function sendSignInLink(app: AppContext, { linkId }: JobPayloads["sign-in.send-link"]): Promise<void> {
  authorize(app.actor, "sign-in.send");
  const { email: port } = app.ports;
  const claim = port === null ? null : await claimLink(app, linkId);
  if (port === null || claim === null) return;
  const { link, language, wasTried } = claim;
  const sent = wasTried ? await findEarlier(port, link) : null;
  if (sent === null) {
    const token = await app.cipher.decrypt(link.tokenCiphertext, tokenPlace(link.id));
    const content = signInContent(language, `${app.config.publicOrigin}/sign-in/link/${token}`);
    await port.send({
      messageId: link.id, to: link.email, toName: null, fromName: null, replyTo: null, subject: content.subject,
      html: await renderEmail(content, OWN_BRAND), text: emailLetter(content), dynamicTemplate: null, unsubscribeUrl: null, calendarInvite: null, contactCard: null,
    });
  }
  // Nobody needs to read the token again.
  await app.db.signInLink.update({ where: { id: link.id }, data: { sentAt: new Date(app.clock.now()), tokenCiphertext: null } });
}

/** An earlier attempt at the vendor. Where its messages cannot be searched, a second mail with the same link does no harm. */
async function findEarlier(port: EmailPort, link: { id: string; email: string; requestedAt: Date }) {
  try {
    return await port.findSent({ messageId: link.id, to: link.email, sentAfter: link.requestedAt.getTime() });
  } catch (error) {
    if (error instanceof IntegrationError && error.kind !== "transient" && error.kind !== "rate-limited") return null;
    throw error;
  }
}

/** Marked and committed before the vendor is called, so that a crash leaves a trace. Null when there is nothing to send. */
async function claimLink(app: AppContext, linkId: string) {
  return inTransaction(app, async (tx) => {
    await tx.$queryRaw`SELECT id FROM sign_in_link WHERE id = ${linkId}::uuid FOR UPDATE`;
    const link = await tx.signInLink.findUnique({ where: { id: linkId } });
    const now = app.clock.now();
    if (link === null || link.tokenCiphertext === null || link.sentAt !== null || link.usedAt !== null || link.expiresAt.getTime() <= now) return null;
    const subject = await findPatientUser(tx, link.email);
    if (subject.kind === "nobody" || subject.kind === "staff") return null;
    const patient = await tx.patient.findFirst({ where: { email: link.email, language: { not: null } }, orderBy: { createdAt: "desc" }, select: { language: true } });
    await tx.signInLink.update({ where: { id: linkId }, data: { attemptedAt: new Date(now) } });
    return { link: { ...link, tokenCiphertext: link.tokenCiphertext }, language: readLanguage(patient?.language), wasTried: link.attemptedAt !== null };
  });
}
