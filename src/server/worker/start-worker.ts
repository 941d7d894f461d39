import { EventEmitter } from "node:events";
import { parseCronItems, run, type WorkerEvents } from "graphile-worker";
import type { Container } from "@/server/container";
import { keepHeartbeat } from "./heartbeat";
import { queueLogger, taskList } from "./task-list";

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
    parsedCronItems: parseCronItems([
      { task: "sweep", match: "* * * * *", identifier: "sweep", options: { maxAttempts: 1, backfillPeriod: 0 } },
      { task: "openings.verify", match: "17 3 * * *", identifier: "openings.verify", options: { maxAttempts: 3, backfillPeriod: 0 } },
    ]),
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
