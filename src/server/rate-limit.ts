import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { actorId, type Actor } from "@/application/shared/actor";
import { AppError } from "@/application/shared/errors";
import type { Container } from "./container";

/** Reads are cheap and frequent: a person who leafs through a month of times must not meet a limit. */
const READS_PER_WRITE = 20;

const limiters = new WeakMap<Container, Record<"read" | "write", RateLimiterPostgres>>();

/**
 * Counts one request of `actor`, in PostgreSQL so that all processes share the count. Throws RATE_LIMITED with the seconds
 * to wait. When counting itself fails, writes are refused and reads pass.
 */
export async function countRequest(container: Container, actor: Actor, kind: "read" | "write"): Promise<void> {
  try {
    await limitersOf(container)[kind].consume(`${actor.kind}:${actorId(actor)}`);
  } catch (error) {
    if (error instanceof RateLimiterRes) throw new AppError("RATE_LIMITED", { retryAfterSeconds: Math.max(1, Math.ceil(error.msBeforeNext / 1000)) });
    if (kind === "write") throw new AppError("OVERLOADED", { retryAfterSeconds: 2 }, { cause: error });
    container.log.warn({ err: error }, "rate limiter unavailable; read let through");
  }
}

function limitersOf(container: Container): Record<"read" | "write", RateLimiterPostgres> {
  const known = limiters.get(container);
  if (known) return known;
  const make = (kind: "read" | "write", points: number) =>
    new RateLimiterPostgres({ storeClient: container.pool, storeType: "pool", tableName: "rate_limit", tableCreated: true, keyPrefix: kind, points, duration: 3600, clearExpiredByTimeout: false });
  const made = { read: make("read", container.env.RATE_LIMIT_PER_HOUR * READS_PER_WRITE), write: make("write", container.env.RATE_LIMIT_PER_HOUR) };
  limiters.set(container, made);
  return made;
}
