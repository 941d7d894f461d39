import type { WorkerEvents } from "graphile-worker";
import { uuidv7 } from "uuidv7";
import type { Container } from "@/server/container";
import { countHeld, giveBackWork, releaseWorkOfTheDead } from "./release-work";
import { watchQueue } from "./watch-queue";

const BEAT_MS = 2_000;
/** A process silent for this long is taken for dead, and what it had locked is released. */
const DEAD_AFTER_SECONDS = 12;
const BEATS_BETWEEN_LOOKS = 5;
/** How long the last statements of ended jobs may take when the process stops. */
const LAST_STATEMENTS = { tries: 20, pauseMs: 100 } as const;

export interface Heartbeat {
  /** Settles, once, when the queue has asked for no work for so long that it must have stopped. */
  readonly silence: Promise<void>;
  /** For a queue that takes no more work: goes on beating until the jobs in hand have ended, or `hurry` has come. */
  outlastJobs(hurry: AbortSignal): Promise<void>;
  /** Gives back what is still locked and done by nobody, and takes the queue off the list. */
  stop(): Promise<void>;
}

/**
 * Reports this process as alive, and whether it takes work; releases the jobs of processes that are dead, and those that
 * this one holds without doing them.
 */
export async function keepHeartbeat({ pool, log }: Pick<Container, "pool" | "log">, events: WorkerEvents): Promise<Heartbeat> {
  const id = uuidv7();
  const watch = watchQueue(events);
  let beats = 0;
  let beating: Promise<void> = Promise.resolve();
  let [isBeating, isLeaving] = [false, false];
  let fallSilent = () => {};
  const silence = new Promise<void>((settle) => (fallSilent = settle));

  const beat = async () => {
    await pool.query(
      `INSERT INTO worker_process (id, worker_ids, seen_at, idle_since) VALUES ($1, $2, now(), CASE WHEN $3 THEN now() END)
       ON CONFLICT (id) DO UPDATE SET worker_ids = EXCLUDED.worker_ids, seen_at = EXCLUDED.seen_at,
         idle_since = CASE WHEN $3 THEN coalesce(worker_process.idle_since, EXCLUDED.idle_since) END`,
      [id, watch.names(), !isLeaving && watch.isSilent()],
    );
    const workers = await releaseWorkOfTheDead(pool, DEAD_AFTER_SECONDS);
    if (workers > 0) log.warn({ workers }, "released the work of workers that died");
    beats += 1;
    if (beats % BEATS_BETWEEN_LOOKS !== 0) return;
    const given = await giveBackWork(pool, { names: watch.names(), inHand: watch.inHand({ ending: true }), forSeconds: DEAD_AFTER_SECONDS });
    if (given > 0) log.warn({ given }, "gave back work that was held here and done by nobody");
  };
  const tick = () => {
    watch.tick();
    if (watch.isSilent()) fallSilent();
    // A slow database must not gather a queue of beats in front of everybody else's statements.
    if (isBeating) return;
    isBeating = true;
    beating = beat()
      .catch((error: unknown) => log.error({ err: error }, "heartbeat failed"))
      .finally(() => {
        isBeating = false;
      });
  };

  /** The queue does not wait for the statements that end its jobs. */
  async function lastStatements(): Promise<void> {
    for (let tries = 0; tries < LAST_STATEMENTS.tries; tries += 1) {
      if ((await countHeld(pool, watch.names())) <= watch.inHand({ ending: false }).length) return;
      await new Promise((next) => setTimeout(next, LAST_STATEMENTS.pauseMs));
    }
  }

  await beat();
  const timer = setInterval(tick, BEAT_MS);
  return {
    silence,
    async outlastJobs(hurry) {
      isLeaving = true;
      while (!hurry.aborted && watch.inHand({ ending: false }).length > 0) await new Promise((next) => setTimeout(next, LAST_STATEMENTS.pauseMs));
    },
    async stop() {
      clearInterval(timer);
      await beating;
      await lastStatements();
      await giveBackWork(pool, { names: watch.names(), inHand: watch.inHand({ ending: false }), forSeconds: 0 });
      await pool.query("DELETE FROM worker_process WHERE id = $1", [id]);
    },
  };
}
