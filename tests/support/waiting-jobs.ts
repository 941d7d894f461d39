import type { Pool } from "pg";

export interface WaitingJob {
  readonly task: string;
  readonly key: string | null;
  readonly payload: Record<string, unknown>;
  readonly runAt: Date;
}

/** Waiting background work whose payload names `id`, in order of its task. */
export async function waitingJobs(pool: Pool, id: string): Promise<WaitingJob[]> {
  const { rows } = await pool.query<WaitingJob>(
    `SELECT t.identifier AS task, j.key, j.payload, j.run_at AS "runAt" FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id
     WHERE j.payload::text LIKE '%' || $1 || '%' ORDER BY t.identifier, j.run_at`,
    [id],
  );
  return rows;
}
