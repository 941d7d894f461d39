import { Logger as QueueLogger, type JobHelpers, type TaskList } from "graphile-worker";
import { IntegrationError } from "@/application/shared/errors";
import { JOBS } from "@/jobs/registry";
import { sweep } from "@/jobs/sweep";
import type { Container } from "@/server/container";

/** All handlers in the queue's own form; every failure is logged with ids and tried again by the queue. */
export function taskList(container: Pick<Container, "contextFor">): TaskList {
  const tasks: TaskList = {
    sweep: (_payload, helpers) => sweep(container.contextFor({ kind: "system", job: "sweep" }, `job-${helpers.job.id}`)),
  };
  for (const job of JOBS) {
    tasks[job.name] = async (payload, helpers) => {
      const app = container.contextFor({ kind: "system", job: job.name }, `job-${helpers.job.id}`);
      try {
        await job.run(app, payload);
      } catch (error) {
        const failure = error instanceof IntegrationError ? error.failure : { kind: "unexpected" };
        app.log.warn({ job: job.name, jobId: helpers.job.id, attempt: helpers.job.attempts, failure, err: error }, "job failed and will be tried again");
        if (!(await postpone(helpers, error))) throw error;
      }
    };
  }
  return tasks;
}

const LONGEST_POSTPONEMENT_SECONDS = 3_600;

/**
 * Does what a vendor asked for with Retry-After: the job comes back then, in place of the queue's own backoff. False when
 * nothing was asked for or no try is left. Dying between the two leaves the job twice, which every verb survives.
 */
async function postpone({ job, addJob, getQueueName }: JobHelpers, error: unknown): Promise<boolean> {
  const seconds = error instanceof IntegrationError ? error.failure.retryAfterSeconds : undefined;
  const triesLeft = job.max_attempts - job.attempts;
  if (seconds === undefined || triesLeft < 1) return false;
  const queueName = job.job_queue_id === null ? null : await getQueueName(job.job_queue_id);
  await addJob(job.task_identifier, job.payload, {
    runAt: new Date(Date.now() + Math.min(seconds, LONGEST_POSTPONEMENT_SECONDS) * 1_000),
    maxAttempts: triesLeft,
    ...(queueName !== null && { queueName }),
    // Work asked for meanwhile under the same key keeps its own time.
    ...(job.key !== null && { jobKey: job.key, jobKeyMode: "preserve_run_at" as const }),
  });
  return true;
}

/** The queue's own log lines, in ours. */
export const queueLogger = (container: Pick<Container, "log">) =>
  new QueueLogger(() => (level, message) => {
    if (level === "error") container.log.error({ queue: true }, message);
    else if (level === "warning") container.log.warn({ queue: true }, message);
    else container.log.debug({ queue: true }, message);
  });
