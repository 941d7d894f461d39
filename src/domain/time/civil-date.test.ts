import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDateOf, compare, daysBetween, eachDate, isCivilDate, startOfDay, weekdayOf } from "./civil-date";

const utc = (iso: string) => Date.parse(iso);

describe("civil dates", () => {
  it("knows real dates from others", () => {
    expect(["2024-02-29", "2026-11-24"].every(isCivilDate)).toBe(true);
    expect(["2026-02-29", "2026-13-01", "2026-1-1", "2026-11-24T00:00", ""].some(isCivilDate)).toBe(false);
  });

  it("counts days across months, leap days and years", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(eachDate("2026-12-30", "2027-01-02")).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"]);
    expect(eachDate("2026-12-30", "2026-12-30")).toEqual([]);
    expect(["2026-02-01", "2025-12-31", "2026-01-15"].sort(compare)).toEqual(["2025-12-31", "2026-01-15", "2026-02-01"]);
  });

  it("numbers weekdays as ISO does", () => {
    expect(weekdayOf("2026-11-23")).toBe(1); // Monday
    expect(weekdayOf("2026-11-29")).toBe(7); // Sunday
    expect(weekdayOf("1969-12-31")).toBe(3); // Wednesday
  });

  it("agrees with Date for every day of four centuries", () => {
    fc.assert(
      fc.property(fc.integer({ min: -80_000, max: 80_000 }), (day) => {
        const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(addDays("1970-01-01", day)).toBe(iso);
        expect(isCivilDate(iso)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("refuses what is no date", () => {
    expect(() => addDays("tomorrow", 1)).toThrow(RangeError);
  });

  it("reads the date off the wall of a zone", () => {
    expect(civilDateOf(utc("2026-11-24T18:15:00Z"), "Asia/Kathmandu")).toBe("2026-11-25"); // 00:00 local
    expect(civilDateOf(utc("2026-11-24T18:14:59Z"), "Asia/Kathmandu")).toBe("2026-11-24"); // 23:59 local
    expect(civilDateOf(utc("2026-11-24T10:30:00Z"), "Pacific/Apia")).toBe("2026-11-24"); // 23:30 local
    expect(civilDateOf(utc("2026-11-24T11:00:00Z"), "Pacific/Apia")).toBe("2026-11-25"); // 00:00 local
  });

  it("begins a day at its first instant, even when midnight is skipped or repeated", () => {
    expect(startOfDay("2026-11-24", "Asia/Kathmandu")).toBe(utc("2026-11-23T18:15:00Z")); // 00:00
    expect(startOfDay("2026-04-24", "Africa/Cairo")).toBe(utc("2026-04-23T22:00:00Z")); // 00:00 is skipped: 01:00
    expect(startOfDay("2026-11-01", "America/Havana")).toBe(utc("2026-11-01T04:00:00Z")); // the first of two 00:00
  });
});
