import type { Pool } from "pg";
import { SUPERSEDED_JOB } from "@/application/shared/superseded-job";

/**
 * A process may die before it ever reported the worker that took a job, so what counts is that no live process has it.
 * Work taken a moment ago is left alone: its process may be about to report.
 */
const RELEASE_DEAD_SQL = `
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

/** Releases what processes hold that have been silent for so long. Answers the number of workers whose work it was. */
export async function releaseWorkOfTheDead(pool: Pool, silentSeconds: number): Promise<number> {
  const { rows } = await pool.query<{ workers: number }>(RELEASE_DEAD_SQL, [silentSeconds]);
  const workers = rows[0]?.workers ?? 0;
  if (workers > 0) await pool.query(`DELETE FROM graphile_worker._private_jobs WHERE ${SUPERSEDED_JOB}`);
  return workers;
}

/**
 * Gives back what is held under `names` for so long and is not among `inHand`: a job whose taking or ending broke on its way
 * to the database, and the queue it stands in. Answers how many jobs and queues.
 */
export async function giveBackWork(pool: Pool, held: { names: string[]; inHand: string[]; forSeconds: number }): Promise<number> {
  const { rows } = await pool.query<{ given: number }>(
    `WITH jobs AS (
       UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL
       WHERE locked_by = ANY ($1) AND locked_at <= now() - make_interval(secs => $3) AND id <> ALL ($2::bigint[]) RETURNING id
     ), queues AS (
       UPDATE graphile_worker._private_job_queues AS queue SET locked_by = NULL, locked_at = NULL
       WHERE locked_by = ANY ($1) AND locked_at <= now() - make_interval(secs => $3)
         AND NOT EXISTS (SELECT FROM graphile_worker._private_jobs AS job WHERE job.job_queue_id = queue.id AND job.id = ANY ($2::bigint[])) RETURNING id
     )
     SELECT (SELECT count(*) FROM jobs)::int + (SELECT count(*) FROM queues)::int AS given`,
    [held.names, held.inHand, held.forSeconds],
  );
  return rows[0]?.given ?? 0;
}

/** How many jobs are held under `names`. */
export async function countHeld(pool: Pool, names: string[]): Promise<number> {
  const { rows } = await pool.query<{ held: number }>("SELECT count(*)::int AS held FROM graphile_worker._private_jobs WHERE locked_by = ANY ($1)", [names]);
  return rows[0]?.held ?? 0;
}
