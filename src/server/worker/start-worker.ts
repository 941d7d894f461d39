import { EventEmitter } from "node:events";
import { parseCronItems, run, type WorkerEvents } from "graphile-worker";
import { withinTime } from "@/platform/within-time";
import type { Container } from "@/server/container";
import { keepHeartbeat } from "./heartbeat";
import { queueLogger, taskList } from "./task-list";

export interface RunningWorker {
  /** Resolves when the worker has been stopped. */
  readonly ended: Promise<void>;
  /** Takes no new work, lets running jobs finish (up to 25 s), gives back what nobody does, then resolves. */
  stop(): Promise<void>;
}

const RESTART_MS = 1_000;
/** Longest wait for running jobs at an orderly stop. */
const GRACE_MS = 25_000;
/** For what should take no time: the end of a queue that broke, the heartbeat's last statements. */
const LAST_WORDS_MS = 5_000;

/**
 * Starts taking work from the queue in this process. Any number of processes may do so. When the queue breaks, for
 * instance because the process stood still until PostgreSQL hung up, or asks for no work any more, it begins anew under
 * another name: what it had locked is released like the work of the dead. Throws when it cannot even begin.
 */
export async function startWorker(container: Container): Promise<RunningWorker> {
  const stopping = new AbortController();
  let current = await begin(container);

  async function keepWorking(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await current.over;
        if (stopping.signal.aborted) break;
        container.log.error("the queue ended by itself; beginning anew");
      } catch (error) {
        if (stopping.signal.aborted) break;
        container.log.error({ err: error }, "the queue broke; beginning anew");
      }
      await current.end(LAST_WORDS_MS);
      current = await beginAgain();
    }
    // Whoever waits for the end may close the connections then.
    await current.end(GRACE_MS + LAST_WORDS_MS);
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
      await current.end(GRACE_MS + LAST_WORDS_MS);
    },
  };
}

async function begin(container: Container) {
  const events: WorkerEvents = new EventEmitter();
  const heartbeat = await keepHeartbeat(container, events);
  const stopHeartbeat = () => withinTime(LAST_WORDS_MS, heartbeat.stop(), "the heartbeat did not stop");
  const silence = heartbeat.silence.then(() => Promise.reject(new Error("the queue asks for no work")));
  silence.catch(() => undefined);
  const starting = run({
    pgPool: container.pool,
    concurrency: container.env.WORKER_CONCURRENCY,
    pollInterval: 1_000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: GRACE_MS,
    taskList: taskList(container),
    parsedCronItems: parseCronItems([
      { task: "sweep", match: "* * * * *", identifier: "sweep", options: { maxAttempts: 1, backfillPeriod: 0 } },
      { task: "openings.verify", match: "17 3 * * *", identifier: "openings.verify", options: { maxAttempts: 3, backfillPeriod: 0 } },
    ]),
    logger: queueLogger(container),
    events,
  });
  const runner = await Promise.race([starting, silence]).catch(async (error: unknown) => {
    // What comes of it later is wanted no more.
    starting.then((late) => late.stop()).catch(() => undefined);
    await stopHeartbeat();
    throw error;
  });
  let ending: Promise<void> | null = null;
  async function endOnce(patienceMs: number): Promise<void> {
    const results = await Promise.allSettled([withinTime(patienceMs, runner.stop(), "the queue did not end")]);
    results.push(...(await Promise.allSettled([stopHeartbeat()])));
    for (const result of results) if (result.status === "rejected") container.log.warn({ err: result.reason }, "the queue did not end cleanly");
  }
  return {
    /** Settles when the queue has ended; fails when it broke or fell silent. */
    over: Promise.race([runner.promise, silence]),
    end: (patienceMs: number): Promise<void> => (ending ??= endOnce(patienceMs)),
  };
}
