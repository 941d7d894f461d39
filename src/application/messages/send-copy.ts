import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { sendKey } from "./plan-rows";
import { textPlace } from "./write-text";

/** Plans a message once more as a new one, once per key, to the address that the patient has now. Returns its id. */
export async function sendCopy(app: AppContext, tx: Tx, message: Message, dedupeKey: string): Promise<string> {
  const known = await tx.message.findUnique({ where: { dedupeKey }, select: { id: true } });
  if (known !== null) return known.id;
  const { bookingId, providerId, recipient, channel, template, conversationId, authorId } = message;
  const id = uuidv7();
  const address = await presentAddress(tx, message);
  const bodyCiphertext = message.bodyCiphertext && (await app.cipher.encrypt(await app.cipher.decrypt(message.bodyCiphertext, textPlace(message.id)), textPlace(id)));
  await tx.message.create({ data: { id, bookingId, providerId, recipient, channel, address, template, conversationId, authorId, bodyCiphertext, dedupeKey, createdAt: new Date(app.clock.now()) } });
  await enqueue(tx, "messages.send", { messageId: id }, { key: sendKey(id) });
  await audit(tx, app.actor, { action: "message.resend", subjectKind: "message", subjectId: id, providerId });
  return id;
}

/** What a person wrote stays with the number it was written to; news of a booking follow the patient. */
async function presentAddress(tx: Tx, { recipient, bookingId, bodyCiphertext, channel, address }: Message): Promise<string> {
  if (recipient !== "PATIENT" || bookingId === null || bodyCiphertext !== null) return address;
  const booking = await tx.booking.findUnique({ where: { id: bookingId }, select: { patientId: true } });
  const patient = booking?.patientId ? await tx.patient.findUnique({ where: { id: booking.patientId }, select: { email: true, phone: true } }) : null;
  return (channel === "EMAIL" ? patient?.email : patient?.phone) ?? address;
}
