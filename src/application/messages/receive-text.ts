import { uuidv7 } from "uuidv7";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { dialledNumber } from "@/domain/phones/whatsapp-number";
import type { Tx } from "@/platform/db";
import type { TextLine } from "./text-consent";

export interface ReceivedText extends TextLine {
  readonly vendorId: string;
  readonly body: string;
  /** The payload of a button that was pressed. */
  readonly button: string | null;
  readonly optOutType: string | null;
}

export const inboundPlace = (id: string) => `inbound-message:${id}`;

/**
 * Stores a verified text from a person and has it answered by a job, once however often it is delivered. Texts of one
 * person are answered one after another. Answers whether it was new.
 */
export async function receiveText(app: AppContext, { vendorId, body, ...text }: ReceivedText): Promise<boolean> {
  authorize(app.actor, "message.send");
  const id = uuidv7();
  const bodyCiphertext = await app.cipher.encrypt(body, inboundPlace(id));
  return inTransaction(app, async (tx) => {
    const address = text.channel === "WHATSAPP" ? await knownNumber(tx, text.address) : text.address;
    const receivedAt = new Date(app.clock.now());
    const event = await tx.webhookEvent.createMany({ data: { id: uuidv7(), vendor: "twilio", vendorId: `${vendorId}:received`, body: { MessageSid: vendorId }, receivedAt, processedAt: receivedAt }, skipDuplicates: true });
    if (event.count === 0) return false;
    // A post may be repeated after its event was forgotten.
    const { count } = await tx.inboundMessage.createMany({ data: { id, vendorId, bodyCiphertext, receivedAt, ...text, address }, skipDuplicates: true });
    if (count === 0) return false;
    await enqueue(tx, "messages.answer-text", { inboundId: id }, { key: `answer:${id}`, queue: `text:${text.channel}:${address}` });
    return true;
  });
}

/** WhatsApp names some numbers otherwise than their people do: it is the patient's spelling where one has it, else the one that is dialled. */
async function knownNumber(tx: Tx, whatsappId: string): Promise<string> {
  const dialled = dialledNumber(whatsappId);
  if (dialled === whatsappId) return whatsappId;
  const asWritten = await tx.patient.findFirst({ where: { phone: whatsappId }, select: { id: true } });
  return asWritten === null ? dialled : whatsappId;
}
