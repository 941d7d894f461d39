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
/** Longest wait for the running jobs of a queue that another has taken the place of. */
const LONGEST_JOB_MS = 600_000;

/**
 * Starts taking work from the queue in this process. Any number of processes may do so. When the queue breaks, for
 * instance because the process stood still until PostgreSQL hung up, or asks for no work any more, it begins anew under
 * another name. What the old one still does stays its own until it is done. Throws when it cannot even begin.
 */
export async function startWorker(container: Container): Promise<RunningWorker> {
  const stopping = new AbortController();
  let current = await begin(container, stopping.signal);
  const replaced = new Set<Promise<void>>();

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
      const old = current;
      await old.end(LAST_WORDS_MS);
      const gone = old.leave().finally(() => replaced.delete(gone));
      replaced.add(gone);
      current = await beginAgain();
    }
    // Whoever waits for the end may close the connections then.
    await endAll();
  }

  async function endAll(): Promise<void> {
    await current.end(GRACE_MS + LAST_WORDS_MS);
    await Promise.all([current.leave(), ...replaced]);
  }

  async function beginAgain(): ReturnType<typeof begin> {
    for (;;) {
      await new Promise((next) => setTimeout(next, RESTART_MS));
      try {
        return await begin(container, stopping.signal);
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
      await endAll();
    },
  };
}

async function begin(container: Container, stopping: AbortSignal) {
  const events: WorkerEvents = new EventEmitter();
  const heartbeat = await keepHeartbeat(container, events);
  const stopHeartbeat = () => withinTime(LAST_WORDS_MS, heartbeat.stop(), "the heartbeat did not stop");
  const settle = (step: Promise<void>) => step.catch((error: unknown) => container.log.warn({ err: error }, "the queue did not end cleanly"));
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
  let leaving: Promise<void> | null = null;
  async function leave(): Promise<void> {
    await heartbeat.outlastJobs(AbortSignal.any([stopping, AbortSignal.timeout(LONGEST_JOB_MS)]));
    await stopHeartbeat();
  }
  return {
    /** Settles when the queue has ended; fails when it broke or fell silent. */
    over: Promise.race([runner.promise, silence]),
    /** Takes no more work. */
    end: (patienceMs: number): Promise<void> => (ending ??= settle(withinTime(patienceMs, runner.stop(), "the queue did not end"))),
    /** Once ended: lets the jobs still in hand be done as its own, then takes it off the list. */
    leave: (): Promise<void> => (leaving ??= settle(leave())),
  };
}
