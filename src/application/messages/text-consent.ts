import { uuidv7 } from "uuidv7";
import type { MessageChannel } from "@/generated/prisma/enums";
import type { Db, Tx } from "@/platform/db";

/** A person's number and the one of ours that writes to it. E.164. */
export interface TextLine {
  readonly channel: MessageChannel;
  readonly ourNumber: string;
  readonly address: string;
}

/** Whether the person has told this number of ours to stop, by the latest entry of the ledger. */
export async function isOptedOut(tx: Db | Tx, { channel, ourNumber, address }: TextLine): Promise<boolean> {
  const latest = await tx.textConsent.findFirst({ where: { channel, ourNumber, address }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { isOptedOut: true } });
  return latest?.isOptedOut ?? false;
}

/** Notes that a person wants no texts from this number, or wants them again; what holds already is not noted twice. `now` is epoch ms. */
export async function recordConsent(tx: Tx, line: TextLine, entry: { isOptedOut: boolean; source: "reply" | "carrier"; inboundMessageId?: string }, now: number): Promise<void> {
  if ((await isOptedOut(tx, line)) === entry.isOptedOut) return;
  const { channel, ourNumber, address } = line;
  await tx.textConsent.create({ data: { id: uuidv7(), channel, ourNumber, address, ...entry, at: new Date(now) } });
}
