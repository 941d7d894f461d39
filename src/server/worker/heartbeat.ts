import type { WorkerEvents } from "graphile-worker";
import { uuidv7 } from "uuidv7";
import { SUPERSEDED_JOB } from "@/application/shared/superseded-job";
import type { Container } from "@/server/container";

const BEAT_MS = 2_000;
/** A process silent for this long is taken for dead, and what it had locked is released. */
const DEAD_AFTER_SECONDS = 12;

/**
 * A process may die before it ever reported the worker that took a job, so what counts is that no live process has it.
 * Work taken a moment ago is left alone: its process may be about to report.
 */
const RELEASE_SQL = `
  WITH gone AS (DELETE FROM worker_process WHERE seen_at < now() - make_interval(secs => $1) RETURNING id),
  lost AS (
    SELECT DISTINCT locked_by FROM (
      SELECT locked_by, locked_at FROM graphile_worker._private_jobs UNION ALL SELECT locked_by, locked_at FROM graphile_worker._private_job_queues
    ) AS held
    WHERE locked_at < now() - make_interval(secs => $1)
      AND NOT EXISTS (SELECT FROM worker_process AS alive WHERE alive.seen_at >= now() - make_interval(secs => $1) AND locked_by = ANY (alive.worker_ids))
  ), released AS (
    SELECT graphile_worker.force_unlock_workers(array_agg(locked_by)) AS nothing, count(*)::int AS workers FROM lost HAVING count(*) > 0
  )
  SELECT workers, (SELECT count(*)::int FROM gone) AS gone FROM released`;

/** Reports this process as alive and releases the jobs of processes that no longer are. */
export async function keepHeartbeat(container: Pick<Container, "pool" | "log">, events: WorkerEvents): Promise<{ stop(): Promise<void> }> {
  const id = uuidv7();
  // The queue locks jobs in the name of the pool, not of the single worker.
  const poolIds = new Set<string>();
  events.on("pool:create", ({ workerPool }) => poolIds.add(workerPool.id));
  let beating: Promise<void> = Promise.resolve();

  const beat = async () => {
    await container.pool.query(
      `INSERT INTO worker_process (id, worker_ids, seen_at) VALUES ($1, $2, now())
       ON CONFLICT (id) DO UPDATE SET worker_ids = EXCLUDED.worker_ids, seen_at = EXCLUDED.seen_at`,
      [id, [...poolIds]],
    );
    const { rows } = await container.pool.query<{ workers: number }>(RELEASE_SQL, [DEAD_AFTER_SECONDS]);
    const workers = rows[0]?.workers ?? 0;
    if (workers === 0) return;
    container.log.warn({ workers }, "released the work of workers that died");
    await container.pool.query(`DELETE FROM graphile_worker._private_jobs WHERE ${SUPERSEDED_JOB}`);
  };
  let isBeating = false;
  const tick = () => {
    // A slow database must not gather a queue of beats in front of everybody else's statements.
    if (isBeating) return;
    isBeating = true;
    beating = beat()
      .catch((error: unknown) => container.log.error({ err: error }, "heartbeat failed"))
      .finally(() => {
        isBeating = false;
      });
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
