import { edgesContain, fromEdges, subtractFrom, toEdges, uniteEdges } from "./edges";

/** Half-open `[start, end)`. The unit (epoch milliseconds or minutes) is the caller's, the same on both sides. */
export type Interval = readonly [start: number, end: number];

/** Sorts by start, merges what overlaps or touches, drops what is empty. Any order accepted. */
export function normalize(intervals: readonly Interval[]): Interval[] {
  return fromEdges(toEdges(intervals));
}

/** What is in `intervals` and not in `taken`. Any order accepted; the result is normalized. */
export function subtract(intervals: readonly Interval[], taken: readonly Interval[]): Interval[] {
  return fromEdges(subtractFrom(toEdges(intervals), taken));
}

/** What is in both. Any order accepted; the result is normalized. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const edges = toEdges(a);
  const onlyInA = fromEdges(subtractFrom(edges, b));
  return fromEdges(subtractFrom(edges, onlyInA));
}

/** What is in either. Any order accepted; the result is normalized. */
export function union(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return fromEdges(uniteEdges(toEdges(a), toEdges(b)));
}

/** Widens each interval by `before` and `after` (not negative), then merges. Empty intervals stay nothing. */
export function expand(intervals: readonly Interval[], before: number, after: number): Interval[] {
  return fromEdges(toEdges(intervals, before, after));
}

/** Whether two intervals share an instant. Touching ends do not; an empty interval shares nothing. */
export function overlaps(a: Interval, b: Interval): boolean {
  return Math.max(a[0], b[0]) < Math.min(a[1], b[1]);
}

/** Whether one merged interval of `intervals` holds all of `inner`. */
export function contains(intervals: readonly Interval[], inner: Interval): boolean {
  return edgesContain(toEdges(intervals), inner[0], inner[1]);
}
