import { announceBatch } from "@/application/messages/announce-batch";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { loadBatchProgress } from "./load-batch-progress";

/** Ends a batch, and tells the provider once, when none of its visits waits any more; in the caller's transaction. Repeatable. */
export async function finishBatch(app: AppContext, tx: Tx, batchId: string): Promise<void> {
  // Whoever writes the last visit but one waits here, so that one of the two sees that nothing is left.
  const [open] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM calendar_batch WHERE id = ${batchId}::uuid AND finished_at IS NULL FOR UPDATE`;
  if (open === undefined || (await loadBatchProgress(tx, batchId, app.clock.now())).waiting > 0) return;
  await tx.calendarBatch.update({ where: { id: batchId }, data: { finishedAt: new Date(app.clock.now()) } });
  await announceBatch(app, tx, batchId);
}

/** Ends every batch of which nothing waits: what was read from Google, not written there, can be the last of it too. */
export async function finishBatches(app: AppContext): Promise<void> {
  const failures: unknown[] = [];
  for (const { id } of await app.db.calendarBatch.findMany({ where: { finishedAt: null }, select: { id: true } })) {
    try {
      await inTransaction(app, (tx) => finishBatch(app, tx, id));
    } catch (error) {
      // One that cannot be ended must not keep all the others.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, "some batches could not be ended");
}
