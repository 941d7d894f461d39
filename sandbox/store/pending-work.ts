/** Timers and background deliveries that must end with the sandbox. */
export function pendingWork() {
  const timers = new Set<NodeJS.Timeout>();
  const running = new Set<Promise<void>>();
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
          stop.signal.removeEventListener("abort", end);
          resolve(true);
        }, delayMs);
        stop.signal.addEventListener("abort", end, { once: true });
      });
    },
    run(work: () => Promise<void>) {
      const promise = work().finally(() => running.delete(promise));
      running.add(promise);
    },
    async close() {
      stop.abort();
      timers.forEach(clearTimeout);
      await Promise.allSettled(running);
    },
  };
}

export type PendingWork = ReturnType<typeof pendingWork>;
