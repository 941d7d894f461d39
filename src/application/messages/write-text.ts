import { uuidv7 } from "uuidv7";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { Tx } from "@/platform/db";
import { sendKey } from "./plan-rows";
import type { TextLine } from "./text-consent";

export const textPlace = (messageId: string) => `message:${messageId}`;

export interface WrittenText {
  readonly line: TextLine;
  /** Null for what is nobody's but the person's. */
  readonly providerId: string | null;
  readonly conversationId: string | null;
  readonly bookingId: string | null;
  readonly template: string;
  readonly body: string;
  /** The person of the clinic who wrote it. */
  readonly authorId?: string;
  /** Writing the same text twice yields the same key. */
  readonly dedupeKey: string;
  /** After this it is not worth sending any more. */
  readonly usefulUntil?: Date;
}

/** Plans a text whose words are fixed now, and its sending, in the caller's transaction. Returns its id; null when it was written before. */
export async function writeText(app: AppContext, tx: Tx, text: WrittenText): Promise<string | null> {
  const { line, body, ...rest } = text;
  const id = uuidv7();
  const bodyCiphertext = await app.cipher.encrypt(body, textPlace(id));
  const { count } = await tx.message.createMany({
    data: { id, ...rest, bodyCiphertext, recipient: "PATIENT", channel: line.channel, address: line.address, createdAt: new Date(app.clock.now()) },
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await enqueue(tx, "messages.send", { messageId: id }, { key: sendKey(id) });
  return id;
}
