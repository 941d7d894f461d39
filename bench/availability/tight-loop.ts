import type { DaySlots } from "@/domain/availability/group-slots";
import type { ServiceRules } from "@/domain/availability/availability-facts";
import { DAY_MS, dateOfDay, dayNumber, MINUTE_MS, weekdayOfDay } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import { offsetMinutesAt, transitionsBetween } from "@/domain/time/time-zone";
import type { BenchCase } from "./cases";

/**
 * The baseline: what remains of slot search when everything is known beforehand. Per zone and day it is handed the
 * instant of midnight and the one clock change of that day; hours and busy times come as sorted typed arrays. No
 * exceptions, no breaks, no hours across midnight, no caps, no unsorted input, nothing checked.
 */
export type TightTables = {
  days: DayTable;
  shownDays: DayTable;
  /** Per ISO weekday: start and end minutes alternating. */
  hours: readonly Int32Array[];
  busyStarts: Float64Array;
  busyEnds: Float64Array;
  firstDay: number;
  lastDay: number;
  earliest: number;
  latest: number;
  service: ServiceRules;
};

type DayTable = {
  first: number;
  starts: Float64Array;
  /** `starts[i] - bases[i]` is what the clock reads when the day begins. */
  bases: Float64Array;
  changesAt: Float64Array;
  shifts: Float64Array;
  weekdays: Uint8Array;
  dates: readonly string[];
};

const CLOCK = Array.from(
  { length: 1440 },
  (_, minute) => `T${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
);
const CLOCK_UTC = CLOCK.map((clock) => `${clock}:00.000Z`);
const UTC_DATES = Array.from({ length: 30_000 }, (_, day) => dateOfDay(day));

export function prepareTables({ input, displayZone }: BenchCase): TightTables {
  const { schedule, service, busy, range, now } = input;
  const zone = schedule.timeZone;
  const horizon = dateOfDay(dayNumber(civilDateOf(now, zone)) + service.horizonDays + 1);
  const hours = Array.from({ length: 8 }, (_, weekday) =>
    Int32Array.from(schedule.weekly.filter((rule) => rule.weekday === weekday).flatMap((rule) => [rule.startMinute, rule.endMinute])),
  );
  return {
    days: dayTable(zone, range[0], range[1]),
    shownDays: displayZone === zone ? dayTable(zone, range[0], range[1]) : dayTable(displayZone, range[0], range[1]),
    hours,
    busyStarts: Float64Array.from(busy, (interval) => interval[0]),
    busyEnds: Float64Array.from(busy, (interval) => interval[1]),
    firstDay: dayNumber(civilDateOf(range[0], zone)),
    lastDay: dayNumber(civilDateOf(range[1], zone)),
    earliest: Math.max(range[0], now + service.minimumNoticeMinutes * MINUTE_MS),
    latest: Math.min(range[1], startOfDay(horizon, zone)),
    service,
  };
}

export function tightLoop(tables: TightTables): DaySlots[] {
  const { days, shownDays, hours, busyStarts, busyEnds, firstDay, lastDay, earliest, latest, service } = tables;
  const duration = service.durationMinutes * MINUTE_MS;
  const step = service.slotStepMinutes * MINUTE_MS;
  const before = service.bufferBeforeMinutes * MINUTE_MS;
  const after = service.bufferAfterMinutes * MINUTE_MS;
  const grouped: DaySlots[] = [];
  let slots: DaySlots["slots"] = [];
  let shown = -1;
  let shownDate = "";
  let shownUntil = -Infinity;
  let shownBase = 0;
  let shownChange = 0;
  let shownShift = 0;
  let busy = 0;
  let busyUntil = -Infinity;
  for (let day = firstDay; day <= lastDay; day++) {
    const d = day - days.first;
    const base = days.bases[d]!;
    const changesAt = days.changesAt[d]!;
    const shift = days.shifts[d]!;
    const windows = hours[days.weekdays[d]!]!;
    for (let w = 0; w < windows.length; w += 2) {
      let open = base + windows[w]! * MINUTE_MS;
      if (open >= changesAt) open = Math.max(open - shift, changesAt);
      let close = base + windows[w + 1]! * MINUTE_MS;
      if (close >= changesAt) close = Math.max(close - shift, changesAt);
      if (open < days.starts[d]!) open = days.starts[d]!;
      if (open < earliest) open = earliest;
      let grid = open >= changesAt ? base - shift : base;
      let start = grid + Math.ceil((open - grid) / step) * step;
      for (; start + duration <= close; start += step) {
        if (start >= changesAt && grid === base && shift !== 0) {
          grid = base - shift;
          start = grid + Math.ceil((changesAt - grid) / step) * step;
          if (start + duration > close) break;
        }
        if (start >= latest) return grouped;
        while (busy < busyStarts.length && busyStarts[busy]! < start + duration + after) {
          if (busyEnds[busy]! > busyUntil) busyUntil = busyEnds[busy]!;
          busy++;
        }
        if (busyUntil > start - before) continue;
        if (start >= shownUntil) {
          if (shown < 0) shown = 0;
          while (start >= shownDays.starts[shown + 1]!) shown++;
          shownUntil = shownDays.starts[shown + 1]!;
          shownBase = shownDays.bases[shown]!;
          shownChange = shownDays.changesAt[shown]!;
          shownShift = shownDays.shifts[shown]!;
          shownDate = shownDays.dates[shown]!;
          slots = [];
          grouped.push({ onDate: shownDate, slots });
        }
        const minute = (start - shownBase + (start >= shownChange ? shownShift : 0)) / MINUTE_MS;
        const utcDay = Math.floor(start / DAY_MS);
        slots.push({
          startsAt: UTC_DATES[utcDay]! + CLOCK_UTC[(start - utcDay * DAY_MS) / MINUTE_MS]!,
          localStart: shownDate + CLOCK[minute]!,
        });
      }
    }
  }
  return grouped;
}

function dayTable(timeZone: string, from: number, to: number): DayTable {
  const first = dayNumber(civilDateOf(from, timeZone));
  const dates = Array.from({ length: Math.ceil((to - from) / DAY_MS) + 4 }, (_, n) => dateOfDay(first + n));
  const starts = Float64Array.from(dates, (onDate) => startOfDay(onDate, timeZone));
  const changes = Array.from(dates, (_, n) => {
    const dayStart = starts[n]!;
    return transitionsBetween(timeZone, dayStart + 1, starts[n + 1] ?? dayStart + 1)[0];
  });
  return {
    first,
    dates,
    starts,
    bases: Float64Array.from(starts, (start, n) => (first + n) * DAY_MS - offsetMinutesAt(start, timeZone) * MINUTE_MS),
    changesAt: Float64Array.from(changes, (change) => change?.at ?? Infinity),
    shifts: Float64Array.from(changes, (change) => (change ? (change.offsetAfter - change.offsetBefore) * MINUTE_MS : 0)),
    weekdays: Uint8Array.from(dates, (_, n) => weekdayOfDay(first + n)),
  };
}
