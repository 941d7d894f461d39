import { expect, test } from "vitest";
import { isFailingDay } from "./is-failing-day";

test.each([
  [0, 0, false],
  [4, 0, false],
  [5, 0, true],
  [5, 19, true],
  [5, 20, false],
  [20, 80, false],
  [21, 80, true],
  [21, 1_000, false],
])("%i failed and %i sent: %s", (failed, sent, expected) => {
  expect(isFailingDay(failed, sent)).toBe(expected);
});
