import { Logger as QueueLogger, type TaskList } from "graphile-worker";
import { IntegrationError } from "@/application/shared/errors";
import { JOBS } from "@/jobs/registry";
import { sweep } from "@/jobs/sweep";
import type { Container } from "@/server/container";

/** All handlers in the queue's own form; every failure is logged with ids and tried again by the queue. */
export function taskList(container: Container): TaskList {
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
        throw error;
      }
    };
  }
  return tasks;
}

/** The queue's own log lines, in ours. */
export const queueLogger = (container: Container) =>
  new QueueLogger(() => (level, message) => {
    if (level === "error") container.log.error({ queue: true }, message);
    else if (level === "warning") container.log.warn({ queue: true }, message);
    else container.log.debug({ queue: true }, message);
  });
