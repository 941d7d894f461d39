import type { TestStack } from "@tests/support/test-stack";

/** Lets time pass while no worker lives, for claims, locks and waits to run out. What the dead had in hand comes first, so that it is looked up while there is still something to send. */
export async function letTimePass({ database }: TestStack, seconds: number): Promise<void> {
  for (const update of [
    "message SET attempted_at = attempted_at - make_interval(secs => $1), created_at = created_at - make_interval(secs => $1)",
    "worker_process SET seen_at = seen_at - make_interval(secs => $1)",
    "graphile_worker._private_jobs SET priority = CASE WHEN locked_at IS NULL THEN priority ELSE -1 END, run_at = run_at - make_interval(secs => $1), locked_at = locked_at - make_interval(secs => $1)",
  ]) await database.pool.query(`UPDATE ${update}`, [seconds]);
}
