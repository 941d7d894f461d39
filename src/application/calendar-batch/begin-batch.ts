import { uuidv7 } from "uuidv7";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";

/**
 * Once a calendar receives a provider's bookings: makes one batch of every coming visit that does not stand there yet, in
 * place of one that is still under way. To be called when events were asked for (`resumePushes`). Nothing when all stand there.
 */
export async function beginBatch(tx: Tx, { providerId, calendarId }: { providerId: string; calendarId: string }, now: number): Promise<void> {
  const at = new Date(now);
  const wanted = Prisma.sql`
    SELECT link.id FROM calendar_event_link AS link JOIN booking ON booking.id = link.booking_id
    WHERE booking.provider_id = ${providerId}::uuid AND booking.ends_at > ${at} AND booking.status IN ('CONFIRMED', 'CHECKED_IN', 'COMPLETED', 'NO_SHOW')
      AND link.state <> 'REMOVED' AND (link.state <> 'SYNCED' OR link.calendar_id IS DISTINCT FROM ${calendarId}::uuid)
    ORDER BY booking.starts_at FOR UPDATE OF link`;
  // Links are locked before batches, as a push does.
  const links = await tx.$queryRaw<{ id: string }[]>(wanted);
  await replaceBatches(tx, { providerId }, at);
  if (links.length === 0) return;
  const batchId = uuidv7();
  await tx.calendarBatch.create({ data: { id: batchId, providerId, calendarId, startedAt: at } });
  await tx.$executeRaw`UPDATE calendar_event_link SET batch_id = ${batchId}::uuid WHERE id IN (SELECT id FROM (${wanted}) AS wanted)`;
}

/** Ends batches that are under way without a word: their visits go elsewhere. */
export async function replaceBatches(tx: Tx, which: Prisma.CalendarBatchWhereInput, at: Date): Promise<void> {
  await tx.calendarBatch.updateMany({ where: { ...which, finishedAt: null }, data: { finishedAt: at, isReplaced: true } });
}
