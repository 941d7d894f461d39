import { describe, expect, it } from "vitest";
import { DEFAULT_WEEKLY_HOURS, findWeeklyProblems } from "./weekly-hours";

const monday = (startMinute: number, endMinute: number) => ({ weekday: 1, startMinute, endMinute });

describe("findWeeklyProblems", () => {
  it("accepts the defaults, hours that touch, and hours across midnight", () => {
    expect(findWeeklyProblems(DEFAULT_WEEKLY_HOURS)).toEqual([]);
    expect(findWeeklyProblems({ open: [monday(540, 720), monday(720, 1020), monday(1320, 120)], breaks: [monday(1380, 30)] })).toEqual([]);
  });

  it("names hours that overlap or have no length", () => {
    expect(findWeeklyProblems({ open: [monday(540, 720), monday(700, 800), monday(900, 900)], breaks: [] }).map(({ field }) => field)).toEqual(["open.1", "open.2"]);
  });

  it("names breaks outside the day's hours and breaks that overlap", () => {
    const problems = findWeeklyProblems({ open: [monday(540, 1020)], breaks: [monday(720, 780), monday(750, 800), monday(1000, 1080), { weekday: 2, startMinute: 720, endMinute: 780 }] });
    expect(problems.map(({ field }) => field)).toEqual(["breaks.1", "breaks.2", "breaks.3"]);
  });
});
