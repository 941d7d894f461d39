import type { WorkerEvents } from "graphile-worker";
import { uuidv7 } from "uuidv7";
import type { Container } from "@/server/container";

const BEAT_MS = 2_000;
/** A process silent for this long is taken for dead, and what it had locked is released. */
const DEAD_AFTER_SECONDS = 12;

/** Reports this process as alive and releases the jobs of processes that no longer are. */
export async function keepHeartbeat(container: Pick<Container, "pool" | "log">, events: WorkerEvents): Promise<{ stop(): Promise<void> }> {
  const id = uuidv7();
  const workerIds = new Set<string>();
  events.on("worker:create", ({ worker }) => workerIds.add(worker.workerId));
  let beating: Promise<void> = Promise.resolve();

  const beat = async () => {
    await container.pool.query(
      `INSERT INTO worker_process (id, worker_ids, seen_at) VALUES ($1, $2, now())
       ON CONFLICT (id) DO UPDATE SET worker_ids = EXCLUDED.worker_ids, seen_at = EXCLUDED.seen_at`,
      [id, [...workerIds]],
    );
    const { rowCount } = await container.pool.query(
      `WITH dead AS (DELETE FROM worker_process WHERE seen_at < now() - make_interval(secs => $1) RETURNING worker_ids)
       SELECT graphile_worker.force_unlock_workers(worker_ids) FROM dead`,
      [DEAD_AFTER_SECONDS],
    );
    if (rowCount) container.log.warn({ processes: rowCount }, "released the work of worker processes that died");
  };
  const tick = () => {
    beating = beat().catch((error: unknown) => container.log.error({ err: error }, "heartbeat failed"));
  };

  await beat();
  const timer = setInterval(tick, BEAT_MS);
  return {
    async stop() {
      clearInterval(timer);
      await beating;
      await container.pool.query("DELETE FROM worker_process WHERE id = $1", [id]);
    },
  };
}
