import { AppError } from "@/application/shared/errors";

export interface Outcomes<T> {
  readonly won: readonly T[];
  /** How many ended with each code; an error that is none of ours is under its own text, so that a test shows it. */
  readonly lost: Readonly<Record<string, number>>;
  readonly errors: readonly AppError[];
}

/** Starts everything at once and waits for all of it. */
export async function outcomesOf<T>(attempts: readonly (() => Promise<T>)[]): Promise<Outcomes<T>> {
  const settled = await Promise.allSettled(attempts.map((attempt) => attempt()));
  const lost: Record<string, number> = {};
  const errors: AppError[] = [];
  for (const result of settled) {
    if (result.status === "fulfilled") continue;
    const error: unknown = result.reason;
    const name = error instanceof AppError ? error.code : String(error);
    lost[name] = (lost[name] ?? 0) + 1;
    if (error instanceof AppError) errors.push(error);
  }
  return { won: settled.flatMap((result) => (result.status === "fulfilled" ? [result.value] : [])), lost, errors };
}

export const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
