import { isOptedOut, type TextLine } from "@/application/messages/text-consent";
import { writeText } from "@/application/messages/write-text";
import { clinicFigures } from "@/application/messages/reply-figures";
import { authorize } from "@/application/shared/authorize";
import { canText } from "@/application/shared/can-text";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { readLanguage } from "@/domain/messages/language";
import { decidePhoneCode, type CodePurpose, type SentCodes } from "@/domain/phones/decide-phone-code";
import { PHONE_CODE, phoneCodeText } from "@/domain/phones/phone-texts";
import { DAY_MS } from "@/domain/time/calendar-day";
import type { PhoneCode, Prisma } from "@/generated/prisma/client";
import { randomCode } from "@/platform/crypto";
import type { Tx } from "@/platform/db";
import { FRONT_DESK } from "./ask-for-number";
import { findPhoneUser } from "./find-phone-user";

export const CODE_MINUTES = 10;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Nobody waits for a code that a stopped worker left behind. */
const GIVE_UP_MS = 15 * MINUTE_MS;

/** The key of the message that carries a code. */
export const codeKey = (codeId: string) => `${PHONE_CODE}:${codeId}`;

export const codePlace = (codeId: string) => `phone-code:${codeId}`;

/** Whom a code is for and what may be said to them. */
interface CodeReader {
  readonly language: ReturnType<typeof readLanguage>;
  readonly clinic: string | null;
  readonly bookingId: string | null;
  /** Whom a code that signs in signs in. */
  readonly userId: string | null;
}

/**
 * Sends a code that was asked for, once, or notes why not: the number stopped us or is out of reach, had too many, or there is nothing it
 * would prove. One code is decided after another, so that the limits are exact.
 */
export async function sendPhoneCode(app: AppContext, { codeId }: JobPayloads["phones.send-code"]): Promise<void> {
  authorize(app.actor, "message.send");
  await inTransaction(app, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('phone-codes', 3))`;
    const asked = await tx.phoneCode.findUnique({ where: { id: codeId } });
    if (asked === null || asked.outcome !== null) return;
    const now = app.clock.now();
    const line = lineTo(app, asked.phone);
    const reader = await findReader(tx, asked);
    const outcome = line === null ? "off" : reader === null || now > (asked.expiresAt?.getTime() ?? asked.requestedAt.getTime() + GIVE_UP_MS) ? "nobody" : (await isOptedOut(tx, line)) ? "stopped" : decidePhoneCode(purposeOf(asked), await sentBefore(tx, asked, now), app.config.guestLimits.codes);
    if (outcome !== null || line === null || reader === null) return void (await tx.phoneCode.update({ where: { id: codeId }, data: { outcome } }));
    const code = randomCode();
    const expiresAt = asked.expiresAt ?? new Date(now + CODE_MINUTES * MINUTE_MS);
    await tx.phoneCode.update({ where: { id: codeId }, data: { outcome: "sent", digest: app.cipher.digest(code, codePlace(codeId)), expiresAt, userId: reader.userId } });
    const { language, clinic, bookingId } = reader;
    await writeText(app, tx, { line, providerId: asked.providerId, conversationId: null, bookingId, template: PHONE_CODE, body: phoneCodeText(language, code, clinic), dedupeKey: codeKey(codeId), usefulUntil: expiresAt });
  });
}

/** Codes go by SMS, whichever app the number is to be written to later: it is the number that is proven. */
function lineTo({ ports: { sms }, config }: AppContext, address: string): TextLine | null {
  return sms === null || !canText(address, config.smsCountries) ? null : { channel: "SMS", ourNumber: sms.sender, address };
}

const purposeOf = ({ purpose }: PhoneCode): CodePurpose => (purpose === "sign-in" || purpose === "account" ? purpose : "visit");

async function findReader(tx: Tx, { purpose, phone, seriesId, userId, providerId }: PhoneCode): Promise<CodeReader | null> {
  if (purpose === "account") return userId === null ? null : { language: await languageOf(tx, userId), clinic: null, bookingId: null, userId };
  if (purpose === "sign-in") {
    const user = await findPhoneUser(tx, phone);
    return user === null ? null : { language: await languageOf(tx, user), clinic: null, bookingId: null, userId: user };
  }
  const booking = await tx.booking.findFirst({ where: { seriesId: seriesId ?? "", status: { in: ["PENDING", "CONFIRMED"] } }, select: { id: true, patientId: true, language: true } });
  const patient = booking?.patientId ? await tx.patient.findUnique({ where: { id: booking.patientId }, select: { phone: true, language: true } }) : null;
  if (booking === null || patient?.phone !== phone || providerId === null) return null;
  const { clinic } = await clinicFigures(tx, providerId);
  return { language: readLanguage(booking.language ?? patient.language), clinic, bookingId: booking.id, userId: null };
}

async function languageOf(tx: Tx, userId: string) {
  const patient = await tx.patient.findFirst({ where: { userId, language: { not: null } }, orderBy: { createdAt: "desc" }, select: { language: true } });
  return readLanguage(patient?.language);
}

async function sentBefore(tx: Tx, { purpose, phone, requestedBy, email, providerId }: PhoneCode, now: number): Promise<SentCodes> {
  const counted = purpose === "sign-in" ? {} : { purpose: { not: "sign-in" } };
  const count = (within: number, where: Prisma.PhoneCodeWhereInput) => tx.phoneCode.count({ where: { ...where, ...counted, outcome: "sent", requestedAt: { gt: new Date(now - within) } } });
  return {
    toNumber: await count(DAY_MS, { phone }),
    toNumberByRequester: requestedBy === FRONT_DESK ? 0 : await count(DAY_MS, { phone, requestedBy }),
    byRequester: requestedBy === FRONT_DESK ? 0 : await count(HOUR_MS, { requestedBy }),
    besideEmail: email === null ? 0 : await count(DAY_MS, { email }),
    forProvider: providerId === null ? 0 : await count(HOUR_MS, { providerId }),
  };
}
