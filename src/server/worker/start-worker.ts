import { EventEmitter } from "node:events";
import { parseCronItems, run, type WorkerEvents } from "graphile-worker";
import type { Container } from "@/server/container";
import { keepHeartbeat } from "./heartbeat";
import { queueLogger, taskList } from "./task-list";

export interface RunningWorker {
  /** Resolves when the worker has been stopped. */
  readonly ended: Promise<void>;
  /** Takes no new work, lets running jobs finish (up to 25 s), then resolves. */
  stop(): Promise<void>;
}

const RESTART_MS = 1_000;

/**
 * Starts taking work from the queue in this process. Any number of processes may do so. When the queue breaks, for
 * instance because the process stood still until PostgreSQL hung up, it begins anew under another name: what it had locked
 * is released like the work of the dead. Throws when it cannot even begin.
 */
export async function startWorker(container: Container): Promise<RunningWorker> {
  const stopping = new AbortController();
  let current = await begin(container);

  async function keepWorking(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await current.runner.promise;
        if (stopping.signal.aborted) return;
        container.log.error("the queue ended by itself; beginning anew");
      } catch (error) {
        container.log.error({ err: error }, "the queue broke; beginning anew");
      }
      await current.end();
      current = await beginAgain();
    }
  }

  async function beginAgain(): ReturnType<typeof begin> {
    for (;;) {
      await new Promise((next) => setTimeout(next, RESTART_MS));
      try {
        return await begin(container);
      } catch (error) {
        if (stopping.signal.aborted) throw error;
        container.log.error({ err: error }, "the queue cannot be reached; trying again");
      }
    }
  }

  const ended = keepWorking();
  // Whoever does not wait for the end is not ended by a stop in the middle of an outage.
  ended.catch(() => undefined);
  return {
    ended,
    async stop() {
      stopping.abort();
      await current.end();
    },
  };
}

async function begin(container: Container) {
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
  }).catch(async (error: unknown) => {
    await heartbeat.stop();
    throw error;
  });
  return {
    runner,
    async end(): Promise<void> {
      const results = await Promise.allSettled([runner.stop()]);
      results.push(...(await Promise.allSettled([heartbeat.stop()])));
      for (const result of results) if (result.status === "rejected") container.log.warn({ err: result.reason }, "the queue did not end cleanly");
    },
  };
}
