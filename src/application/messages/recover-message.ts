import { findOwnMail } from "@/application/own-mail/find-own-mail";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { DAY_MS } from "@/domain/time/calendar-day";
import { decideRecovery, type Lookup } from "@/domain/messages/decide-recovery";
import { PHONE_CODE } from "@/domain/phones/phone-texts";
import type { MessageClaim } from "./claim-message";
import { recordSent, recordUnknown } from "./record-outcome";
import { isTextOf, textDigests } from "./text-digests";
import { textPlace } from "./write-text";

/** Looks up what became of an attempt that began at `attemptedAt` and whose answer never came. */
export async function recoverMessage(app: AppContext, claim: MessageClaim, attemptedAt: Date): Promise<ReturnType<typeof decideRecovery>> {
  const { found, lookup } = await lookUp(app, claim).catch(async (error: unknown) => {
    await recordUnknown(app, claim, attemptedAt);
    throw error;
  });
  if (found !== null) await recordSent(app, claim, found.vendorId, attemptedAt);
  const next = decideRecovery(lookup, claim.message.sender === "GMAIL" ? "GMAIL" : claim.message.channel, attemptedAt.getTime(), app.clock.now());
  if (next.do === "wait") await recordUnknown(app, claim, attemptedAt);
  return next;
}

async function lookUp(app: AppContext, claim: MessageClaim): Promise<{ found: { vendorId: string } | null; lookup: Lookup }> {
  try {
    const found = await ask(app, claim);
    return { found, lookup: found === null ? "absent" : "found" };
  } catch (error) {
    // Not every plan of a vendor lets its messages be searched; then only its own report can tell.
    if (error instanceof IntegrationError && error.kind !== "transient" && error.kind !== "rate-limited") return { found: null, lookup: "unavailable" };
    throw error;
  }
}

async function ask(app: AppContext, { message }: MessageClaim): Promise<{ vendorId: string } | null> {
  const sentAfter = message.createdAt.getTime();
  if (message.sender === "GMAIL") return findOwnMail(app, message);
  if (message.channel === "EMAIL") return app.ports.email?.findSent({ messageId: message.id, to: message.address, sentAfter }) ?? null;
  const port = message.channel === "SMS" ? app.ports.sms : app.ports.whatsapp;
  const { channel } = message;
  const digests = await digestsOf(app, message);
  // It died before there were words to send.
  if (port === null || digests.length === 0) return null;
  return port.findSent({ channel, to: message.address, isIt: (body) => isTextOf(digests, channel, body), sentAfter, except: await othersTo(app, message) });
}

async function digestsOf(app: AppContext, message: MessageClaim["message"]): Promise<string[]> {
  if (message.template !== PHONE_CODE || message.bodyCiphertext === null) return message.textDigests;
  return textDigests(await app.cipher.decrypt(message.bodyCiphertext, textPlace(message.id)));
}

/** What the vendor calls our other texts to the same number, of about the same time. */
async function othersTo(app: AppContext, { id, channel, address, createdAt }: MessageClaim["message"]): Promise<string[]> {
  const others = await app.db.message.findMany({ where: { id: { not: id }, channel, address, vendorId: { not: null }, createdAt: { gt: new Date(createdAt.getTime() - DAY_MS) } }, select: { vendorId: true } });
  return others.flatMap(({ vendorId }) => vendorId ?? []);
}
