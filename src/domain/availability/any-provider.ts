/** One provider's free starts, epoch ms, sorted. */
export interface ProviderStarts {
  readonly providerId: string;
  readonly starts: readonly number[];
}

/** A start that somebody is free for. */
export interface SharedStart {
  /** Epoch ms. */
  readonly startsAt: number;
  /** Who, in the order of their ids. */
  readonly providerIds: readonly string[];
}

/** The starts that at least one provider is free for, by time, each once. The order of providers does not matter. */
export function mergeStarts(staff: readonly ProviderStarts[]): SharedStart[] {
  const free = new Map<number, string[]>();
  for (const { providerId, starts } of staff.toSorted((a, b) => compareText(a.providerId, b.providerId))) {
    for (const startsAt of starts) {
      const known = free.get(startsAt);
      if (known === undefined) free.set(startsAt, [providerId]);
      else known.push(providerId);
    }
  }
  return [...free].map(([startsAt, providerIds]) => ({ startsAt, providerIds })).toSorted((a, b) => a.startsAt - b.startsAt);
}

/** The order in which providers are asked to take a visit: whoever has the fewest that day, then by id, so that it is always the same. */
export const orderFairly = (providerIds: readonly string[], visitsThatDay: ReadonlyMap<string, number>): string[] =>
  providerIds.toSorted((a, b) => (visitsThatDay.get(a) ?? 0) - (visitsThatDay.get(b) ?? 0) || compareText(a, b));

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
