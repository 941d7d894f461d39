import { runInNewContext } from "node:vm";

/**
 * Runs synchronous work and throws (`ERR_SCRIPT_EXECUTION_TIMEOUT`) once it has taken `milliseconds`, wherever it then is, in a
 * loop or in an expression: the time limit of a script holds for all it calls (nodejs.org/api/vm.html).
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const done: T[] = [];
  runInNewContext("work()", { work: () => void done.push(work()) }, { timeout: milliseconds });
  return done[0]!;
}

/** The error comes from the realm of the script, so it is no instance of our Error. */
export const isTimeUp = (error: unknown): boolean => typeof error === "object" && error !== null && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
