import { expect, test } from "vitest";
import { batchProgress, batchStep } from "./batch-progress";

test.each([
  ["SYNCED", true, "done"],
  ["SYNCED", false, "waiting"],
  ["PENDING", true, "waiting"],
  ["PENDING", false, "waiting"],
  ["FAILED", true, "failed"],
  ["FAILED", false, "waiting"],
  ["REMOVED", true, "done"],
  ["REMOVED", false, "done"],
] as const)("%s, there: %j, is %s", (state, isThere, step) => {
  expect(batchStep({ state, isThere })).toBe(step);
});

test("every visit counts once", () => {
  expect(batchProgress([{ state: "SYNCED", isThere: true, count: 40 }, { state: "SYNCED", isThere: false, count: 15 }, { state: "FAILED", isThere: true, count: 2 }, { state: "REMOVED", isThere: false, count: 3 }])).toEqual({ total: 60, done: 43, failed: 2, waiting: 15 });
  expect(batchProgress([])).toEqual({ total: 0, done: 0, failed: 0, waiting: 0 });
});
