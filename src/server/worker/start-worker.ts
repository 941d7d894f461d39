import { EventEmitter } from "node:events";
import { Logger as QueueLogger, parseCronItems, run, type TaskList, type WorkerEvents } from "graphile-worker";
import { IntegrationError } from "@/application/shared/errors";
import { JOBS } from "@/jobs/registry";
import { sweep } from "@/jobs/sweep";
import type { Container } from "@/server/container";
import { keepHeartbeat } from "./heartbeat";

export interface RunningWorker {
  /** Resolves when the worker has ended, rejects when it broke. */
  readonly ended: Promise<void>;
  /** Takes no new work, lets running jobs finish (up to 25 s), then resolves. */
  stop(): Promise<void>;
}

/** Starts taking work from the queue in this process. Any number of processes may do so. */
export async function startWorker(container: Container): Promise<RunningWorker> {
  const events: WorkerEvents = new EventEmitter();
  const heartbeat = await keepHeartbeat(container, events);
  const runner = await run({
    pgPool: container.pool,
    concurrency: container.env.WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 25_000,
    taskList: taskList(container),
    parsedCronItems: parseCronItems([{ task: "sweep", match: "* * * * *", identifier: "sweep", options: { maxAttempts: 1, backfillPeriod: 0 } }]),
    logger: queueLogger(container),
    events,
  });
  return {
    ended: runner.promise,
    async stop() {
      await runner.stop();
      await heartbeat.stop();
    },
  };
}

function taskList(container: Container): TaskList {
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

const queueLogger = (container: Container) =>
  new QueueLogger(() => (level, message) => {
    if (level === "error") container.log.error({ queue: true }, message);
    else if (level === "warning") container.log.warn({ queue: true }, message);
    else container.log.debug({ queue: true }, message);
  });
