import { expect, test } from "vitest";
import { expandDates } from "./expand-dates";

const leave = { kind: "closed" as const, from: "2026-11-20", to: "2026-11-26", startMinute: null, endMinute: null };

test("a stored exception becomes one per date, cut to what is asked", () => {
  expect(expandDates(leave, "2026-11-25", "2026-12-31")).toEqual([{ kind: "closed", onDate: "2026-11-25" }, { kind: "closed", onDate: "2026-11-26" }]);
  expect(expandDates(leave, "2026-12-01", "2026-12-31")).toEqual([]);
});

test("minutes come along, midnight too", () => {
  expect(expandDates({ ...leave, to: leave.from, startMinute: 0, endMinute: 60 }, "2026-11-01", "2026-11-30")).toEqual([{ kind: "closed", onDate: leave.from, startMinute: 0, endMinute: 60 }]);
});
