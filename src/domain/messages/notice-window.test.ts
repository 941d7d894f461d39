import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, DAY_MS, MINUTE_MS, weekdayOf } from "@/domain/time/calendar-day";
import { civilDateOf } from "@/domain/time/civil-date";
import { toLocal } from "@/domain/time/local-time";
import { isNoticeDue, noticeDate, noticeWindow, weekAfter, type ClockNotice } from "./notice-window";

/** Zones whose clocks change at night, at midnight, by half an hour, not at all, and across the date line. */
const ZONES = ["Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia", "Pacific/Kiritimati", "Africa/Casablanca", "America/Havana"];
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.UTC(2024, 0, 1) / MINUTE_MS, max: Date.UTC(2035, 0, 1) / MINUTE_MS }).map((minute) => minute * MINUTE_MS);

/** What a sweep every minute notes from `from` on, whatever ticks are missing or doubled. */
function sweep(kind: ClockNotice, timeZone: string, ticks: readonly number[]) {
  const noted = new Map<string, number>();
  for (const now of ticks) {
    const onDate = noticeDate(kind, now, timeZone);
    if (isNoticeDue(noticeWindow(kind, onDate, timeZone), now) && !noted.has(onDate)) noted.set(onDate, now);
  }
  return noted;
}

test("swept every minute, the day's visits come once per local date, in the minute in which clocks first read 07:00, through every change of clocks", () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, from) => {
      const noted = sweep("provider-agenda", timeZone, Array.from({ length: (3 * DAY_MS) / MINUTE_MS }, (_, n) => from + n * MINUTE_MS));
      const dates = [...noted.keys()];
      const first = dates[0] ?? "";
      expect(dates).toEqual(dates.map((_, n) => addDays(first, n)));
      expect(dates.length).toBeGreaterThanOrEqual(2);
      for (const [onDate, at] of [...noted].slice(1)) expect(toLocal(at, timeZone)).toBe(`${onDate}T07:00`);
    }),
    { numRuns: 60 },
  );
});

test("the word about next week comes once a week, on Friday at noon, and is about the seven days from Monday on", () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, from) => {
      const noted = sweep("provider-week", timeZone, Array.from({ length: (15 * DAY_MS) / (5 * MINUTE_MS) }, (_, n) => Math.floor(from / (30 * MINUTE_MS)) * 30 * MINUTE_MS + n * 5 * MINUTE_MS));
      for (const [onDate, at] of [...noted].slice(1)) {
        expect(weekdayOf(onDate)).toBe(5);
        expect(toLocal(at, timeZone)).toBe(`${onDate}T12:00`);
        expect(weekdayOf(weekAfter(onDate).from)).toBe(1);
        expect(addDays(weekAfter(onDate).from, 7)).toBe(weekAfter(onDate).to);
      }
      expect(noted.size).toBeGreaterThanOrEqual(2);
    }),
    { numRuns: 30 },
  );
});

test.each([
  ["provider-agenda", "2026-03-29T04:59:00Z", false],
  ["provider-agenda", "2026-03-29T05:00:00Z", true],
  ["provider-agenda", "2026-10-25T05:59:00Z", false],
  ["provider-agenda", "2026-10-25T06:00:00Z", true],
  ["provider-agenda", "2026-10-25T22:59:00Z", true],
  ["provider-week", "2026-11-27T10:59:00Z", false],
  ["provider-week", "2026-11-27T11:00:00Z", true],
  ["provider-week", "2026-11-30T08:00:00Z", false],
] as const)("in Berlin the %s at %s is due: %s", (kind, at, isDue) => {
  const now = Date.parse(at);
  expect(isNoticeDue(noticeWindow(kind, noticeDate(kind, now, "Europe/Berlin"), "Europe/Berlin"), now)).toBe(isDue);
});

test("a day's notice is never due on another date", () => {
  fc.assert(
    fc.property(zone, instant, (timeZone, now) => {
      const onDate = noticeDate("provider-agenda", now, timeZone);
      expect(onDate).toBe(civilDateOf(now, timeZone));
      expect(isNoticeDue(noticeWindow("provider-agenda", addDays(onDate, 1), timeZone), now)).toBe(false);
    }),
  );
});
