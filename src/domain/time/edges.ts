/**
 * Sorted, disjoint, non-empty half-open intervals as one flat list: start, end, start, end …
 * The form in which the slot engine computes; any unit, the same throughout one computation.
 */
export type Edges = readonly number[];

type Span = readonly [start: number, end: number];

/**
 * Sorts, widens and merges `intervals` (any order, overlaps allowed; empty and reversed ones are dropped before
 * widening) into edges. `before` and `after` are added outwards and must not be negative.
 */
export function toEdges(intervals: readonly Span[], before = 0, after = 0): number[] {
  const edges: number[] = [];
  let lastStart = -Infinity;
  let lastEnd = -Infinity;
  for (const [start, end] of intervals) {
    if (!(start < end)) continue;
    if (start < lastStart) return toEdges(intervals.toSorted((a, b) => a[0] - b[0]), before, after);
    lastStart = start;
    const widenedEnd = end + after;
    if (start - before > lastEnd) {
      edges.push(start - before, widenedEnd);
      lastEnd = widenedEnd;
    } else if (widenedEnd > lastEnd) {
      edges[edges.length - 1] = widenedEnd;
      lastEnd = widenedEnd;
    }
  }
  return edges;
}

/** Removes `taken` from `from` in one sweep. */
export function subtractEdges(from: Edges, taken: Edges): number[] {
  const left: number[] = [];
  let t = 0;
  for (let i = 0; i < from.length; i += 2) {
    let start = from[i]!;
    const end = from[i + 1]!;
    while (t < taken.length && taken[t + 1]! <= start) t += 2;
    while (t < taken.length && taken[t]! < end) {
      if (taken[t]! > start) left.push(start, taken[t]!);
      start = taken[t + 1]!;
      if (start >= end) break;
      t += 2;
    }
    if (start < end) left.push(start, end);
  }
  return left;
}

/** Everything in `a` or `b`; touching intervals become one. */
export function uniteEdges(a: Edges, b: Edges): number[] {
  if (b.length === 0) return [...a];
  return toEdges([...fromEdges(a), ...fromEdges(b)]);
}

/** Whether one interval of `edges` holds all of `[start, end)`. */
export function edgesContain(edges: Edges, start: number, end: number): boolean {
  for (let i = 0; i < edges.length && edges[i]! <= start; i += 2) {
    if (edges[i + 1]! >= end) return true;
  }
  return false;
}

export function fromEdges(edges: Edges): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < edges.length; i += 2) spans.push([edges[i]!, edges[i + 1]!]);
  return spans;
}
