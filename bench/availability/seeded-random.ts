export type Random = {
  /** A whole number in `[from, to)`. */
  int(from: number, to: number): number;
  pick<T>(choices: readonly T[]): T;
};

/** The same numbers for the same seed on every machine (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from));
  return {
    int,
    pick: <T>(choices: readonly T[]) => {
      const choice = choices[int(0, choices.length)];
      if (choice === undefined) throw new RangeError("Nothing to pick from");
      return choice;
    },
  };
}
