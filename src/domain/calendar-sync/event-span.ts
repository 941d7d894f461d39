/** The time of an event or a visit. Epoch milliseconds, half-open. */
export interface EventSpan {
  readonly startsAt: number;
  readonly endsAt: number;
}

const SECOND_MS = 1_000;
const wholeSeconds = (at: number): number => Math.floor(at / SECOND_MS);

/** Google keeps whole seconds, so times are compared by them. Null: there is no event. */
export function isSameSpan(left: EventSpan | null, right: EventSpan | null): boolean {
  if (left === null || right === null) return left === right;
  return wholeSeconds(left.startsAt) === wholeSeconds(right.startsAt) && wholeSeconds(left.endsAt) === wholeSeconds(right.endsAt);
}
