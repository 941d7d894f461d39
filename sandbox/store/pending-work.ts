/** Timers and background deliveries that must end with the sandbox. */
export function pendingWork() {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
  // Not listeners of the signal: hundreds may wait at once, which looks like a leak to Node.
  const waiting = new Set<() => void>();
  const stop = new AbortController();

  return {
    signal: stop.signal,
    after(delayMs: number, action: () => void) {
      if (stop.signal.aborted) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        action();
      }, delayMs);
      timers.add(timer);
    },
    /** Resolves early, with false, when the sandbox closes. */
    wait(delayMs: number): Promise<boolean> {
      return new Promise((resolve) => {
        if (stop.signal.aborted) return resolve(false);
        const end = () => {
          clearTimeout(timer);
          resolve(false);
        };
        const timer = setTimeout(() => {
          waiting.delete(end);
          resolve(true);
        }, delayMs);
        waiting.add(end);
      });
    },
    run(work: () => Promise<void>) {
      const promise = work().finally(() => running.delete(promise));
      running.add(promise);
    },
    /** Resolves when nothing is under way in the background; what waits for its time does not count. */
    async idle() {
      while (running.size > 0) await Promise.allSettled(running);
    },
    async close() {
      stop.abort();
      timers.forEach(clearTimeout);
      waiting.forEach((end) => end());
      await Promise.allSettled(running);
    },
  };
}

export type PendingWork = ReturnType<typeof pendingWork>;
