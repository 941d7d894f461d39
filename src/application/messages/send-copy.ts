import { uuidv7 } from "uuidv7";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { keepLateLink } from "./keep-late-link";
import { sendKey } from "./plan-rows";
import { textPlace } from "./write-text";

/** Plans a message once more as a new one, once per key, to the address that its reader has now, with a link that works. Returns its id. */
export async function sendCopy(app: AppContext, tx: Tx, message: Message, dedupeKey: string): Promise<string> {
  const known = await tx.message.findUnique({ where: { dedupeKey }, select: { id: true } });
  if (known !== null) return known.id;
  const { bookingId, providerId, recipient, channel, template, conversationId, authorId } = message;
  const id = uuidv7();
  const address = await presentAddress(tx, message);
  await keepLateLink(app, tx, message);
  const bodyCiphertext = message.bodyCiphertext && (await app.cipher.encrypt(await app.cipher.decrypt(message.bodyCiphertext, textPlace(message.id)), textPlace(id)));
  await tx.message.create({ data: { id, bookingId, providerId, recipient, channel, address, template, conversationId, authorId, bodyCiphertext, dedupeKey, createdAt: new Date(app.clock.now()) } });
  await enqueue(tx, "messages.send", { messageId: id }, { key: sendKey(id) });
  await audit(tx, app.actor, { action: "message.resend", subjectKind: "message", subjectId: id, providerId });
  return id;
}

/** What a person wrote stays with the number it was written to, and a notice with whom it was for; news of a booking follow the patient and the provider. */
async function presentAddress(tx: Tx, { recipient, bookingId, providerId, bodyCiphertext, channel, address }: Message): Promise<string> {
  if (bookingId === null || bodyCiphertext !== null) return address;
  const select = { email: true, phone: true };
  const booking = recipient === "PATIENT" ? await tx.booking.findUnique({ where: { id: bookingId }, select: { patientId: true } }) : null;
  const reader = recipient === "PROVIDER" && providerId !== null ? await tx.provider.findUnique({ where: { id: providerId }, select }) : booking?.patientId ? await tx.patient.findUnique({ where: { id: booking.patientId }, select }) : null;
  return (channel === "EMAIL" ? reader?.email : reader?.phone) ?? address;
}
