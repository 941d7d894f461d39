import { expect, test } from "vitest";
import { changeGrace } from "./change-grace";

const HOUR = 3_600_000;

test("only what people change in a row waits, and nothing shortly before the visit", () => {
  expect((["rescheduled", "cancelled", "confirmed", "pending", "approved", "declined", "expired", "meet-ready"] as const).map((change) => changeGrace(change, 5 * HOUR, 0, 180_000))).toEqual([180_000, 180_000, 0, 0, 0, 0, 0, 0]);
  expect(changeGrace("cancelled", HOUR, 0, 180_000)).toBe(0);
  expect(changeGrace("cancelled", HOUR + 1, 0, 180_000)).toBe(180_000);
  expect(changeGrace("cancelled", 0, HOUR, 180_000)).toBe(0);
});
