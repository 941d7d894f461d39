import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { actorId, type Actor } from "@/application/shared/actor";
import { AppError } from "@/application/shared/errors";
import type { Container } from "./container";
import { leasedPoints } from "./leased-points";

/** Reads are cheap and frequent: a person who leafs through a month of times must not meet a limit. */
const READS_PER_WRITE = 20;
/** A front desk at work makes as many changes in an hour as twenty patients. */
const SIGNED_IN_FACTOR = 20;

/** What is counted apart: what anybody may call, and what only signed-in people may; each by reading and changing. */
export type Counted = "read" | "write" | "signed-in-read" | "signed-in-write";

const FACTORS: Readonly<Record<Counted, number>> = {
  read: READS_PER_WRITE,
  write: 1,
  "signed-in-read": READS_PER_WRITE * SIGNED_IN_FACTOR,
  "signed-in-write": SIGNED_IN_FACTOR,
};

const isWrite = (kind: Counted) => kind === "write" || kind === "signed-in-write";

type Take = (key: string) => Promise<unknown>;
const counters = new WeakMap<Container, Readonly<Record<Counted, Take>>>();

/**
 * Counts one request of `actor`, in PostgreSQL so that all processes share the count; reads are taken from it in leases.
 * Throws RATE_LIMITED with the seconds to wait. When counting itself fails, writes are refused and reads pass.
 */
export async function countRequest(container: Container, actor: Actor, kind: Counted): Promise<void> {
  try {
    await countersOf(container)[kind](`${actor.kind}:${actorId(actor)}`);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new AppError("RATE_LIMITED", { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    if (isWrite(kind)) throw new AppError("OVERLOADED", { retryAfterSeconds: 2 }, { cause: error });
    container.log.warn({ err: error }, "rate limiter unavailable; read let through");
  }
}

function countersOf(container: Container): Readonly<Record<Counted, Take>> {
  const known = counters.get(container);
  if (known) return known;
  const make = (kind: Counted): Take => {
    const points = container.env.RATE_LIMIT_PER_HOUR * FACTORS[kind];
    const counter = new RateLimiterPostgres({
      storeClient: container.pool, storeType: "pool", tableName: "rate_limit", tableCreated: true, keyPrefix: kind, points, duration: 3600, clearExpiredByTimeout: false,
      // Whoever has used it all up is refused from memory until the hour is over: a flood costs no writes.
      inMemoryBlockOnConsumed: points,
    });
    // A lease divides the limit of reads without remainder.
    return isWrite(kind) ? (key) => counter.consume(key) : leasedPoints(counter, READS_PER_WRITE, () => container.clock.now());
  };
  const made = { read: make("read"), write: make("write"), "signed-in-read": make("signed-in-read"), "signed-in-write": make("signed-in-write") };
  counters.set(container, made);
  return made;
}
