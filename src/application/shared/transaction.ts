import { setTimeout as delay } from "node:timers/promises";
import { Prisma } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import type { AppContext } from "./context";
import { AppError } from "./errors";

const ATTEMPTS = 4;

/**
 * Runs `work` in one transaction (read committed). Deadlocks and serialization failures are run again, so `work` must
 * do nothing but read and write through `tx`. An exhausted pool becomes OVERLOADED. What has to be fast, or to be
 * answered once under an idempotency key, is written by `decideAndWrite`.
 */
export async function inTransaction<T>(app: AppContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (app.sql) throw new Error("a transaction that was begun for hand-written statements cannot be joined by others");
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await app.db.$transaction(work, { maxWait: 8_000, timeout: 20_000 });
    } catch (error) {
      if (isOverload(error)) throw new AppError("OVERLOADED", { retryAfterSeconds: 2 }, { cause: error });
      if (!isWorthRepeating(error) || attempt === ATTEMPTS) throw error;
      await delay(10 * attempt + Math.random() * 20);
    }
  }
}

/** Serialises all bookings of one provider for the rest of the transaction. Lock several providers in sorted order. */
export async function lockProvider(tx: Tx, providerId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${providerId}::text, 0))`;
}

/** A deadlock or a serialization failure: nothing was kept, and the same work may succeed now. */
export function isWorthRepeating(error: unknown): boolean {
  const state = sqlState(error);
  return state === "40P01" || state === "40001" || (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034");
}

/** The SQLSTATE behind a Prisma or driver error, wherever the adapter put it. */
export function sqlState(error: unknown): string | undefined {
  if (error instanceof Prisma.PrismaClientKnownRequestError) {
    const driver = error.meta?.driverAdapterError;
    if (driver instanceof Error && isRecord(driver.cause)) return asText(driver.cause.originalCode) ?? asText(driver.cause.code);
    return asText(error.meta?.code);
  }
  return error instanceof Error && "code" in error ? asText(error.code) : undefined;
}

/** The exclusion constraint refused the row: somebody else has this time. */
export const isOverlap = (error: unknown): boolean => sqlState(error) === "23P01";

/** A unique constraint refused the row. */
export const isDuplicate = (error: unknown): boolean => sqlState(error) === "23505" || (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002");

/** A lock or a statement took too long, or the server takes no more connections: PostgreSQL gave up and kept nothing. */
const OVERLOAD_STATES: ReadonlySet<string> = new Set(["55P03", "57014", "25P03", "53300", "57P03"]);

/** Nothing was written because a connection, a lock or an answer did not come in time. */
export function isOverload(error: unknown): boolean {
  if (OVERLOAD_STATES.has(sqlState(error) ?? "")) return true;
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2028") return /unable to start a transaction/i.test(error.message);
  return error instanceof Error && /timeout exceeded when trying to connect|too many clients/i.test(error.message);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
