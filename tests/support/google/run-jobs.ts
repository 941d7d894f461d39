import { actingAs, type AppContext } from "@/application/shared/context";
import { JOBS } from "@/jobs/registry";

interface WaitingJob {
  readonly id: string;
  readonly key: string | null;
  readonly task_identifier: string;
  readonly payload: unknown;
}

/** A job that fails this often is not hindered by a fault that passes. */
const MOST_FAILURES = 200;

/**
 * Runs the waiting calendar jobs whose time has come, in order, until none is left; jobs of other nouns stay. A job that
 * throws fails the test, unless `retries`: then it waits again, as with the worker, behind a newer one of the same key.
 */
export async function runJobs(app: AppContext, { retries = false } = {}): Promise<string[]> {
  let failures = 0;
  const ran: string[] = [];
  for (;;) {
    const { rows } = await app.pool.query<WaitingJob>(
      `DELETE FROM graphile_worker._private_jobs AS job USING graphile_worker._private_tasks AS task
       WHERE task.id = job.task_id AND job.id = (
         SELECT jobs.id FROM graphile_worker.jobs WHERE jobs.task_identifier LIKE ANY ('{calendar.%,meet.%}') AND jobs.task_identifier <> 'calendar.announce-reconnect' AND jobs.run_at <= $1
         ORDER BY jobs.run_at, jobs.id LIMIT 1)
       RETURNING job.id, job.key, task.identifier AS task_identifier, job.payload`,
      [new Date(app.clock.now() + 50)],
    );
    const [row] = rows;
    if (!row) return ran;
    const job = JOBS.find((candidate) => candidate.name === row.task_identifier);
    if (!job) throw new Error(`no job ${row.task_identifier}`);
    try {
      await job.run(actingAs(app, { kind: "system", job: job.name }), row.payload);
      ran.push(row.task_identifier);
    } catch (error) {
      failures += 1;
      if (!retries || failures > MOST_FAILURES) throw error;
      await app.pool.query("SELECT graphile_worker.add_job($1, $2::json, job_key => $3, job_key_mode => $4)", [row.task_identifier, JSON.stringify(row.payload), row.key, row.key === null ? null : "unsafe_dedupe"]);
    }
  }
}
