import type { RateLimiterRes } from "rate-limiter-flexible";

interface Lease {
  left: number;
  /** Epoch ms: the end of the window the points were taken from. */
  readonly until: number;
}

/** Actors remembered at once; the one remembered longest gives way, and with it at most one lease. */
const MOST_LEASES = 50_000;

/**
 * Takes points from a shared counter `size` at a time and hands them out one by one from memory, so that counting costs a
 * write for every `size` requests. Never more pass than the counter allows; up to `size - 1` points of each process can
 * stay unused. What the counter throws reaches everybody who waited for it.
 */
export function leasedPoints(counter: { consume(key: string, points: number): Promise<RateLimiterRes> }, size: number, now: () => number): (key: string) => Promise<void> {
  const leases = new Map<string, Lease>();
  const renewals = new Map<string, Promise<void>>();

  async function renew(key: string): Promise<void> {
    const { msBeforeNext } = await counter.consume(key, size);
    leases.delete(key);
    const [oldest] = leases.keys();
    if (oldest !== undefined && leases.size >= MOST_LEASES) leases.delete(oldest);
    leases.set(key, { left: size, until: now() + msBeforeNext });
  }

  function renewal(key: string): Promise<void> {
    const running = renewals.get(key);
    if (running) return running;
    const begun = renew(key).finally(() => renewals.delete(key));
    renewals.set(key, begun);
    return begun;
  }

  return async (key) => {
    for (;;) {
      const lease = leases.get(key);
      if (lease !== undefined && lease.left > 0 && now() < lease.until) {
        lease.left -= 1;
        return;
      }
      await renewal(key);
    }
  };
}
