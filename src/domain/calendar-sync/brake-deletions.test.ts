import { expect, test } from "vitest";
import { isOneOfMany, type Deletion } from "./brake-deletions";

const MINUTE = 60_000;
const at = (...minutes: number[]): Deletion[] => minutes.map((minute) => ({ seenAt: minute * MINUTE, isBraked: false }));
const [first] = at(0) as [Deletion];

test("five deletions together are followed, the sixth brakes them all", () => {
  expect(isOneOfMany(first, at(0, 0, 0, 0, 0), 2 * MINUTE)).toBe(false);
  const six = at(0, 0, 1, 2, 3, 4);
  for (const deletion of six) expect(isOneOfMany(deletion, six, 2 * MINUTE)).toBe(true);
});

test("what was braked stays braked when the others were answered or taken back", () => {
  const left = { ...first, isBraked: true };
  expect(isOneOfMany(left, [left], 2 * MINUTE)).toBe(true);
});

test("one now and then is no burst, though the window is short or none", () => {
  const spread = at(0, 6, 12, 18, 24, 30, 36);
  for (const deletion of spread) expect(isOneOfMany(deletion, spread, 0)).toBe(false);
});

test("a longer undo window looks further", () => {
  const spread = at(0, 6, 12, 18, 24, 30);
  expect(isOneOfMany(first, spread, 30 * MINUTE)).toBe(true);
  expect(isOneOfMany(first, spread, 10 * MINUTE)).toBe(false);
});
