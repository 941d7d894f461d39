import type { AppContext } from "./context";

/** Longest wait between two tries, seconds: after an outage everything moves again within this time. */
const LONGEST_WAIT_SECONDS = 300;

/**
 * The queue waits e^n seconds after the n-th failure (3, 7, 20, 55 s …). This brings later tries back to at most five
 * minutes, spread at random so that a recovering vendor is not met by all of them at once.
 */
export async function capBackoff(app: AppContext): Promise<void> {
  await app.pool.query(
    `SELECT moved.id
     FROM graphile_worker.jobs, LATERAL graphile_worker.reschedule_jobs(ARRAY[jobs.id], run_at => now() + make_interval(secs => $1 * (0.4 + 0.6 * random()))) AS moved
     WHERE jobs.attempts > 0 AND jobs.attempts < jobs.max_attempts AND jobs.locked_at IS NULL AND jobs.run_at > now() + make_interval(secs => $1)`,
    [LONGEST_WAIT_SECONDS],
  );
}
