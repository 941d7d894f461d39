import { enqueue } from "@/application/shared/enqueue";
import { sendKey } from "@/application/messages/plan-rows";
import type { Message } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/** Why a text about a visit is not sent, for the delivery log. */
export const UNPROVEN = "Nobody has confirmed yet that this number is the patient's, so no texts are sent to it.";

/** "owner": the account's number, which was proven by a code before. */
export type ProofSource = "code" | "reply" | "desk" | "owner";

/** Whether a text may go to its number. What tells a patient of a visit needs a proof for that visit; answers, codes and what a person wrote have words of their own and need none. */
export async function isProven(tx: Tx, { recipient, bookingId, bodyCiphertext, address }: Pick<Message, "recipient" | "bookingId" | "bodyCiphertext" | "address">): Promise<boolean> {
  if (recipient !== "PATIENT" || bodyCiphertext !== null) return true;
  if (bookingId === null) return false;
  // Shared among those who find out, so that whoever notes a proof waits for them, and they for its commit.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(series_id::text, 4)) FROM booking WHERE id = ${bookingId}::uuid`;
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM phone_proof p JOIN booking b ON b.series_id = p.series_id WHERE b.id = ${bookingId}::uuid AND p.phone = ${address}`;
  return found.length > 0;
}

/** Notes that somebody answers for the number of a series, in the caller's transaction, and sends what was kept back for want of it while it is true. `now` is epoch ms. */
export async function noteProof(tx: Tx, { seriesId, phone, source }: { seriesId: string; phone: string; source: ProofSource }, now: number): Promise<void> {
  const at = new Date(now);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${seriesId}::uuid::text, 4))`;
  const noted = await tx.$queryRaw<unknown[]>`
    INSERT INTO phone_proof AS p (series_id, phone, source, proven_at) VALUES (${seriesId}::uuid, ${phone}, ${source}, ${at}::timestamptz)
    ON CONFLICT (series_id) DO UPDATE SET phone = EXCLUDED.phone, source = EXCLUDED.source, proven_at = EXCLUDED.proven_at WHERE p.phone <> EXCLUDED.phone
    RETURNING 1`;
  if (noted.length === 0) return;
  const released = await tx.$queryRaw<{ id: string }[]>`
    UPDATE message m SET state = 'QUEUED', failure = NULL, held_until = ${at}::timestamptz FROM booking b
    WHERE b.series_id = ${seriesId}::uuid AND m.booking_id = b.id AND m.address = ${phone} AND m.state = 'SKIPPED' AND m.failure = ${UNPROVEN}
    RETURNING m.id::text AS id`;
  for (const { id } of released) await enqueue(tx, "messages.send", { messageId: id }, { key: sendKey(id) });
}
