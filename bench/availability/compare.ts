import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export type Sides = { ours: () => unknown; theirs: () => unknown };

export type Comparison = { oursMs: number; theirsMs: number; ratio: number };

/**
 * Median milliseconds per call of two functions, run turn by turn in the same process so that a busy machine slows both.
 * The ratio is the median over rounds of ours to theirs. Rubbish is collected before each turn, outside the time, so that
 * neither side pays for what the other left behind.
 */
export function compareSpeed({ ours, theirs }: Sides, rounds: number, callsPerRound: number): Comparison {
  const oursTimes: number[] = [];
  const theirsTimes: number[] = [];
  for (let round = -Math.ceil(rounds / 4); round < rounds; round++) {
    const first = round % 2 === 0 ? time(ours, callsPerRound) : undefined;
    const theirsMs = time(theirs, callsPerRound);
    const oursMs = first ?? time(ours, callsPerRound);
    // Negative rounds warm both sides up.
    if (round < 0) continue;
    oursTimes.push(oursMs);
    theirsTimes.push(theirsMs);
  }
  return {
    oursMs: median(oursTimes),
    theirsMs: median(theirsTimes),
    ratio: median(oursTimes.map((ms, i) => ms / (theirsTimes[i] ?? Infinity))),
  };
}

let sink: unknown;

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

function time(call: () => unknown, calls: number): number {
  sink = undefined;
  if (typeof collectGarbage === "function") collectGarbage();
  const startedAt = performance.now();
  for (let i = 0; i < calls; i++) sink = call();
  return (performance.now() - startedAt) / calls;
}

/** The last result of the timed calls, so that no engine may leave them out. */
export function lastResult(): unknown {
  return sink;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
