import { describe, expect, it } from "vitest";
import { DEFAULT_WEEKLY_HOURS, findWeeklyProblems } from "@/domain/schedule/weekly-hours";
import { addBreak, addHours, copyDay, openMinutes, sameHours, setDayOpen } from "./draft-hours";

describe("draft hours", () => {
  it("opens and closes a day with its breaks", () => {
    const closed = setDayOpen(DEFAULT_WEEKLY_HOURS, 1, false);
    expect(openMinutes(closed, 1)).toBe(0);
    expect(closed.breaks.some(({ weekday }) => weekday === 1)).toBe(false);
    expect(openMinutes(setDayOpen(closed, 1, true), 1)).toBe(480);
  });

  it("copies a day without touching the source, and copying onto itself changes nothing", () => {
    const copied = copyDay(DEFAULT_WEEKLY_HOURS, 1, [1, 6]);
    expect(openMinutes(copied, 6)).toBe(420);
    expect(sameHours(copyDay(DEFAULT_WEEKLY_HOURS, 1, [1, 2]), DEFAULT_WEEKLY_HOURS)).toBe(true);
  });

  it("adds hours and breaks that can be saved", () => {
    expect(findWeeklyProblems(addHours(DEFAULT_WEEKLY_HOURS, 1))).toEqual([]);
    expect(findWeeklyProblems(addBreak(DEFAULT_WEEKLY_HOURS, 1))).toEqual([]);
    expect(findWeeklyProblems(addBreak(setDayOpen(DEFAULT_WEEKLY_HOURS, 6, true), 6))).toEqual([]);
  });
});
