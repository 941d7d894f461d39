import { batchProgress, type BatchProgress, type BatchVisit } from "@/domain/calendar-sync/batch-progress";
import type { Tx } from "@/platform/db";

/** How far a batch is, by what its visits' event links say now. */
export async function loadBatchProgress(tx: Pick<Tx, "$queryRaw">, batchId: string, now: number): Promise<BatchProgress> {
  return batchProgress(await tx.$queryRaw<(BatchVisit & { count: number })[]>`
    SELECT link.state, link.calendar_id IS NOT DISTINCT FROM batch.calendar_id AS "isThere", booking.ends_at <= ${new Date(now)} AS "isOver", count(*)::int AS count
    FROM calendar_event_link AS link JOIN calendar_batch AS batch ON batch.id = link.batch_id JOIN booking ON booking.id = link.booking_id
    WHERE batch.id = ${batchId}::uuid GROUP BY 1, 2, 3`);
}
