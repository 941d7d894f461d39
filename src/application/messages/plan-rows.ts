import { uuidv7 } from "uuidv7";
import { enqueue } from "@/application/shared/enqueue";
import type { PlannedMessage } from "@/domain/messages/plan-messages";
import type { Tx } from "@/platform/db";

/** The key under which a message's send job waits. */
export const sendKey = (messageId: string): string => `send:${messageId}`;

interface PlanOptions {
  /** After this (epoch ms) it is not worth sending any more. */
  readonly usefulUntil?: number;
  /** Why it is too late already: then it is written down and not sent. */
  readonly expired?: string;
}

/**
 * Writes planned messages and their send jobs in the caller's transaction. What was planned before is left alone.
 * `now` is epoch milliseconds. Returns how many are new.
 */
export async function planRows(tx: Tx, about: { readonly providerId: string; readonly bookingId: string | null }, planned: readonly PlannedMessage[], now: number, { usefulUntil, expired }: PlanOptions = {}): Promise<number> {
  if (planned.length === 0) return 0;
  const rows = planned.map((message) => ({
    id: uuidv7(), bookingId: about.bookingId, providerId: about.providerId, createdAt: new Date(now), ...message,
    ...(usefulUntil !== undefined && { usefulUntil: new Date(usefulUntil) }), ...(expired !== undefined && { state: "EXPIRED" as const, failure: expired }),
  }));
  const written = await tx.message.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } });
  if (expired === undefined) for (const { id } of written) await enqueue(tx, "messages.send", { messageId: id }, { key: sendKey(id) });
  return written.length;
}
