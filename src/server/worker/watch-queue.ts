import type { WorkerEvents } from "graphile-worker";

/** A free worker asks for work every second; connecting and the statement may take 30 s together. */
const SILENT_TICKS = 20;
/** For so long after its end a job's last statement may be under way. */
const ENDING_TICKS = 15;

export interface QueueWatch {
  /** The names under which this process locks jobs: the queue locks in the name of the pool, not of the single worker. */
  names(): string[];
  /** The jobs this process is doing now; with `ending`, also those it ended a moment ago. */
  inHand(options: { ending: boolean }): string[];
  /** Counts on. Two seconds of this process's own time: one that stands still misses nothing. */
  tick(): void;
  /** Whether no free worker has asked for anything for forty seconds, or none was ever made. All being busy is not silence. */
  isSilent(): boolean;
}

/** Follows by the queue's own events what it does in this process. */
export function watchQueue(events: WorkerEvents): QueueWatch {
  const pools = new Set<string>();
  const workers = new Map<string, { heardAt: number; isWorking: boolean }>();
  const running = new Set<string>();
  const ended = new Map<string, number>();
  let [ticks, emptySince] = [0, 0];

  const heard = ({ workerId }: { workerId: string }, isWorking: boolean) => workers.set(workerId, { heardAt: ticks, isWorking });
  events.on("pool:create", ({ workerPool }) => pools.add(workerPool.id));
  for (const event of ["worker:create", "worker:getJob:start", "worker:getJob:empty", "worker:getJob:error"] as const) events.on(event, ({ worker }) => heard(worker, false));
  events.on("worker:stop", ({ worker }) => {
    workers.delete(worker.workerId);
    emptySince = ticks;
  });
  events.on("job:start", ({ worker, job }) => {
    heard(worker, true);
    running.add(job.id);
  });
  events.on("job:complete", ({ worker, job }) => {
    heard(worker, false);
    running.delete(job.id);
    ended.set(job.id, ticks);
  });

  return {
    names: () => [...pools],
    inHand: ({ ending }) => [...running, ...(ending ? ended.keys() : [])],
    tick() {
      ticks += 1;
      for (const [id, at] of ended) if (at < ticks - ENDING_TICKS) ended.delete(id);
    },
    isSilent() {
      if (workers.size === 0) return ticks - emptySince >= SILENT_TICKS;
      const free = [...workers.values()].filter(({ isWorking }) => !isWorking);
      return free.length > 0 && free.every(({ heardAt }) => ticks - heardAt >= SILENT_TICKS);
    },
  };
}
