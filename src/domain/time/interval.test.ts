import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contains, expand, intersect, normalize, overlaps, subtract, union, type Interval } from "./interval";

const intervals = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: -2, max: 12 })).map(([start, length]): Interval => [start, start + length]),
  { maxLength: 12 },
);
const points = Array.from({ length: 80 }, (_, n) => n);
const holds = (list: readonly Interval[], point: number) => list.some(([start, end]) => start <= point && point < end);
const covered = (list: readonly Interval[]) => points.filter((point) => holds(list, point));

describe("interval algebra", () => {
  it("merges what overlaps or touches and drops what is empty", () => {
    expect(normalize([[5, 7], [1, 3], [3, 4], [6, 9], [8, 8], [12, 11]])).toEqual([[1, 4], [5, 9]]);
  });

  it("subtracts from the middle, the ends, and all", () => {
    expect(subtract([[0, 10], [20, 30]], [[3, 4], [8, 22]])).toEqual([[0, 3], [4, 8], [22, 30]]);
    expect(subtract([[0, 10]], [[-5, 50]])).toEqual([]);
    expect(subtract([[0, 10]], [[10, 20]])).toEqual([[0, 10]]);
  });

  it("treats touching intervals as apart", () => {
    expect(overlaps([0, 5], [5, 9])).toBe(false);
    expect(overlaps([0, 6], [5, 9])).toBe(true);
    expect(overlaps([5, 5], [0, 9])).toBe(false);
  });

  it("widens, then merges", () => {
    expect(expand([[10, 20], [25, 30], [40, 40]], 2, 3)).toEqual([[8, 33]]);
  });

  it("finds what lies wholly inside one merged interval", () => {
    expect(contains([[0, 5], [5, 9]], [3, 8])).toBe(true);
    expect(contains([[0, 5], [6, 9]], [3, 8])).toBe(false);
  });

  it("agrees with sets of points, and is always normalized", () => {
    fc.assert(
      fc.property(intervals, intervals, (a, b) => {
        const inA = new Set(covered(a));
        const inB = new Set(covered(b));
        expect(covered(union(a, b))).toEqual(points.filter((point) => inA.has(point) || inB.has(point)));
        expect(covered(intersect(a, b))).toEqual(points.filter((point) => inA.has(point) && inB.has(point)));
        expect(covered(subtract(a, b))).toEqual(points.filter((point) => inA.has(point) && !inB.has(point)));
        for (const result of [union(a, b), intersect(a, b)]) expect(normalize(result)).toEqual(result);
      }),
      { numRuns: 2000 },
    );
  });

  it("subtracts what was widened as if widened first", () => {
    fc.assert(
      fc.property(intervals, intervals, fc.nat(5), fc.nat(5), (a, b, before, after) => {
        const widened = b.filter(([start, end]) => start < end).map(([start, end]): Interval => [start - before, end + after]);
        expect(subtract(a, expand(b, before, after))).toEqual(subtract(a, widened));
      }),
    );
  });
});
