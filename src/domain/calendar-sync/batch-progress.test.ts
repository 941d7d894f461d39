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
  expect(batchStep({ state, isThere, isOver: false })).toBe(step);
});

test.each(["PENDING", "SYNCED", "FAILED"] as const)("a visit that is over before it was written is waited for no longer (%s elsewhere)", (state) => {
  expect(batchStep({ state, isThere: false, isOver: true })).toBe("done");
});

test("every visit counts once", () => {
  expect(batchProgress([{ state: "SYNCED", isThere: true, isOver: false, count: 40 }, { state: "SYNCED", isThere: false, isOver: false, count: 15 }, { state: "FAILED", isThere: true, isOver: false, count: 2 }, { state: "REMOVED", isThere: false, isOver: false, count: 3 }])).toEqual({ total: 60, done: 43, failed: 2, waiting: 15 });
  expect(batchProgress([])).toEqual({ total: 0, done: 0, failed: 0, waiting: 0 });
});
