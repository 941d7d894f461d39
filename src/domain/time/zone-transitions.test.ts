import moment from "moment-timezone";
import { describe, expect, it } from "vitest";
import { addDays, civilDateOf, startOfDay } from "./civil-date";
import { fromLocal, toLocal } from "./local-time";
import { listTimeZones, localToInstant, offsetMinutesAt, transitionsBetween, type ZoneTransition } from "./time-zone";

const MINUTE = 60_000;
const FROM = Date.UTC(2024, 0, 1);
const TO = Date.UTC(2036, 0, 1);

const zones = listTimeZones();
const changes = zones.flatMap((timeZone) => transitionsBetween(timeZone, FROM, TO).map((change) => ({ timeZone, ...change })));

/** What clocks would have read at the change, had they not been changed, as a date and minutes. */
function readingBefore({ at, offsetBefore }: ZoneTransition): { onDate: string; minute: number } {
  const local = at + offsetBefore * MINUTE;
  const onDate = new Date(local).toISOString().slice(0, 10);
  return { onDate, minute: (local - Date.parse(`${onDate}T00:00:00Z`)) / MINUTE };
}

describe(`every clock change from 2024 to 2035, in ${zones.length} zones`, () => {
  it("covers them all", () => {
    expect(zones.length).toBeGreaterThan(500);
    expect(changes.length).toBeGreaterThan(3000);
  });

  it("reads the offset that the zone data says, on both sides", () => {
    for (const { timeZone, at, offsetBefore, offsetAfter } of changes) {
      const zone = moment.tz.zone(timeZone);
      expect([offsetMinutesAt(at - 1, timeZone), offsetMinutesAt(at, timeZone)]).toEqual([offsetBefore, offsetAfter]);
      expect([-(zone?.utcOffset(at - 1) ?? NaN) + 0, -(zone?.utcOffset(at) ?? NaN) + 0]).toEqual([offsetBefore, offsetAfter]);
    }
  });

  it("moves skipped readings forward by the gap", () => {
    for (const change of changes.filter((one) => one.offsetAfter > one.offsetBefore)) {
      const { timeZone, at, offsetBefore, offsetAfter } = change;
      const { onDate, minute } = readingBefore(change);
      const gap = offsetAfter - offsetBefore;
      for (let skipped = 0; skipped < gap; skipped += 15) {
        expect(localToInstant(onDate, minute + skipped, timeZone)).toBe(at + skipped * MINUTE);
      }
      expect(localToInstant(onDate, minute + gap, timeZone)).toBe(at);
    }
  });

  it("takes the first of repeated readings", () => {
    for (const change of changes.filter((one) => one.offsetAfter < one.offsetBefore)) {
      const { timeZone, at, offsetBefore, offsetAfter } = change;
      const { onDate, minute } = readingBefore(change);
      for (let repeated = 15; repeated <= offsetBefore - offsetAfter && repeated <= minute; repeated += 15) {
        expect(localToInstant(onDate, minute - repeated, timeZone)).toBe(at - repeated * MINUTE);
      }
      expect(localToInstant(onDate, minute, timeZone)).toBe(at + (offsetBefore - offsetAfter) * MINUTE);
    }
  });

  it("reads back every quarter of an hour around the change, unless it is a repeat", () => {
    for (const { timeZone, at, offsetBefore, offsetAfter } of changes) {
      const repeatedMs = Math.max(0, offsetBefore - offsetAfter) * MINUTE;
      for (let t = at - 240 * MINUTE; t < at + 240 * MINUTE; t += 15 * MINUTE) {
        const isRepeat = t >= at && t < at + repeatedMs;
        expect(fromLocal(toLocal(t, timeZone), timeZone)).toBe(isRepeat ? t - repeatedMs : t);
      }
    }
  });

  it("keeps days in order, each beginning on its own date, as long as the change makes them", () => {
    for (const { timeZone, at, offsetBefore, offsetAfter } of changes) {
      const dates = [-2, -1, 0, 1, 2, 3].map((days) => addDays(civilDateOf(at - 1, timeZone), days));
      const starts = dates.map((onDate) => startOfDay(onDate, timeZone));
      expect(starts.map((start) => civilDateOf(start, timeZone))).toEqual(dates);
      expect(starts.map((start) => civilDateOf(start - 1, timeZone))).toEqual(dates.map((onDate) => addDays(onDate, -1)));
      const hoursOff = starts.slice(1).map((start, i) => (start - (starts[i] ?? NaN)) / MINUTE - 1440);
      // Zones like Casablanca may change twice within days; then the sum still holds.
      const inDays = transitionsBetween(timeZone, (starts[0] ?? 0) + 1, (starts.at(-1) ?? 0) + 1);
      const expected = inDays.reduce((sum, one) => sum + one.offsetBefore - one.offsetAfter, 0);
      expect(hoursOff.reduce((sum, minutes) => sum + minutes, 0)).toBe(expected);
      expect(inDays.some((one) => one.at === at && one.offsetBefore - one.offsetAfter === offsetBefore - offsetAfter)).toBe(true);
    }
  });
});
