import { expect, test } from "vitest";
import { addDays, addMonths, addMonthsToDay, daysInMonth, fromDayNumber, toDayNumber, weekdayOf } from "./civil-day";

test("day numbers agree with UTC midnights over four centuries", () => {
  for (let day = toDayNumber("1900-01-01"); day < toDayNumber("2300-01-01"); day += 13) {
    expect(fromDayNumber(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
    expect(toDayNumber(fromDayNumber(day))).toBe(day);
  }
});

test("adding days crosses months, years and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-03-01", -1)).toBe("2026-02-28");
});

test("weeks start on Monday", () => {
  expect(weekdayOf("2026-11-23")).toBe(0);
  expect(weekdayOf("2026-11-29")).toBe(6);
  expect(weekdayOf("1969-12-31")).toBe(2);
});

test("adding months keeps the day where the month has it", () => {
  expect(addMonths("2026-11", 2)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addMonthsToDay("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonthsToDay("2028-02-29", 12)).toBe("2029-02-28");
  expect(daysInMonth("2100-02")).toBe(28);
});

test("anything but YYYY-MM-DD is refused", () => {
  expect(() => toDayNumber("2026-1-1")).toThrow(RangeError);
});
