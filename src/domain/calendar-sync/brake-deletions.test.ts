import { expect, test } from "vitest";
import { isOneOfMany } from "./brake-deletions";

const MINUTE = 60_000;
const at = (...minutes: number[]) => minutes.map((minute) => minute * MINUTE);

test("five deletions together are followed, the sixth brakes them all", () => {
  expect(isOneOfMany(0, at(0, 0, 0, 0, 0), 2 * MINUTE)).toBe(false);
  const six = at(0, 0, 1, 2, 3, 4);
  for (const seenAt of six) expect(isOneOfMany(seenAt, six, 2 * MINUTE)).toBe(true);
});

test("one now and then is no burst, though the window is short or none", () => {
  const spread = at(0, 6, 12, 18, 24, 30, 36);
  for (const seenAt of spread) expect(isOneOfMany(seenAt, spread, 0)).toBe(false);
});

test("a longer undo window looks further", () => {
  const spread = at(0, 6, 12, 18, 24, 30);
  expect(isOneOfMany(0, spread, 30 * MINUTE)).toBe(true);
  expect(isOneOfMany(0, spread, 10 * MINUTE)).toBe(false);
});
