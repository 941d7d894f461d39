import { clinicFigures } from "@/application/messages/reply-figures";
import { writeText } from "@/application/messages/write-text";
import { authorize } from "@/application/shared/authorize";
import { canText } from "@/application/shared/can-text";
import type { AppContext } from "@/application/shared/context";
import type { JobPayloads } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { readLanguage } from "@/domain/messages/language";
import { PHONE_HELLO, phoneHelloText } from "@/domain/phones/phone-texts";

/** Tells a number, once for each clinic, that it was given there for texts, and how to end them: whoever noted it may have misheard. */
export async function greetPhone(app: AppContext, { seriesId }: JobPayloads["phones.greet"]): Promise<void> {
  authorize(app.actor, "message.send");
  const { sms } = app.ports;
  await inTransaction(app, async (tx) => {
    const proof = await tx.phoneProof.findUnique({ where: { seriesId } });
    const booking = await tx.booking.findFirst({ where: { seriesId, status: { in: ["PENDING", "CONFIRMED"] }, NOT: { channels: { equals: ["EMAIL"] } } }, select: { id: true, providerId: true, language: true, channels: true } });
    if (sms === null || proof === null || booking === null || booking.channels.length === 0 || !canText(proof.phone, app.config.smsCountries)) return;
    const { clinic } = await clinicFigures(tx, booking.providerId);
    const provider = await tx.provider.findUniqueOrThrow({ where: { id: booking.providerId }, select: { organizationId: true } });
    const line = { channel: "SMS", ourNumber: sms.sender, address: proof.phone } as const;
    await writeText(app, tx, { line, providerId: booking.providerId, conversationId: null, bookingId: booking.id, template: PHONE_HELLO, body: phoneHelloText(readLanguage(booking.language), clinic), dedupeKey: `${PHONE_HELLO}:${provider.organizationId ?? booking.providerId}:${proof.phone}` });
  });
}
