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
  let from = -Infinity;
  let to = -Infinity;
  for (const interval of intervals) {
    const start = interval[0];
    const end = interval[1] + after;
    if (!(start < interval[1])) continue;
    if (start < lastStart) return toEdges(intervals.toSorted((a, b) => a[0] - b[0]), before, after);
    lastStart = start;
    if (start - before > to) {
      if (from < to) edges.push(from, to);
      from = start - before;
      to = end;
    } else if (end > to) to = end;
  }
  if (from < to) edges.push(from, to);
  return edges;
}

/**
 * Removes `taken` (any order, overlaps allowed; empty and reversed intervals take nothing) from `edges` in one sweep,
 * each widened outwards by `before` and `after` (not negative). Unmerged, since most of what is taken touches nothing.
 */
export function subtractFrom(edges: Edges, taken: readonly Span[], before = 0, after = 0): Edges {
  if (edges.length === 0 || taken.length === 0) return edges;
  const left: number[] = [];
  let next = 2;
  let start = edges[0]!;
  let end = edges[1]!;
  let lastStart = -Infinity;
  for (const span of taken) {
    if (!(span[0] < span[1])) continue;
    if (span[0] < lastStart) return subtractFrom(edges, taken.toSorted((a, b) => a[0] - b[0]), before, after);
    lastStart = span[0];
    const takenFrom = span[0] - before;
    const takenTo = span[1] + after;
    while (end <= takenTo && next < edges.length) {
      const keptTo = Math.min(end, takenFrom);
      if (start < keptTo) left.push(start, keptTo);
      start = edges[next]!;
      end = edges[next + 1]!;
      next += 2;
    }
    if (takenTo <= start || takenFrom >= end) continue;
    if (start < takenFrom) left.push(start, takenFrom);
    start = takenTo;
  }
  if (start < end) left.push(start, end);
  for (; next < edges.length; next++) left.push(edges[next]!);
  return left;
}

/** Everything in `a` or `b`; touching intervals become one. */
export function uniteEdges(a: Edges, b: Edges): Edges {
  if (b.length === 0) return a;
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
