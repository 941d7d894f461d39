import { dayNumber, DAY_MS, MINUTE_MS, weekdayOfDay } from "@/domain/time/calendar-day";
import { subtractFrom, toEdges, uniteEdges, type Edges } from "@/domain/time/edges";
import type { Interval } from "@/domain/time/interval";
import { firstInstantReader, segmentAt, zoneTable, type ZoneTable } from "@/domain/time/zone-table";
import type { AvailabilityException, ScheduleFacts } from "./availability-facts";

type LocalSpan = { startMinute: number; endMinute: number };

/**
 * The opening windows of a schedule as edges in epoch ms: at least all that touch `[from, to)`, touching ones merged, so
 * that a visit may run from one into the next. Weekly hours lose breaks and holidays, dated hours and extra time are
 * added, closures are removed last. An edge skipped by a clock change is the instant the clocks jump; a repeated one is
 * its first occurrence, and hours run on in real time between their edges, through whatever the clocks repeat.
 */
export function dayWindows(schedule: ScheduleFacts, from: number, to: number): Edges {
  const table = zoneTable(schedule.timeZone);
  // Hours that begin the day before may reach past midnight.
  const firstDay = localDay(table, from) - 1;
  const lastDay = localDay(table, to);
  const holidays = new Set(schedule.holidays.map(dayNumber));
  const dated = exceptionsByDay(schedule.exceptions, firstDay, lastDay);

  const instantReading = firstInstantReader(table, firstDay * DAY_MS);
  const weekly: Interval[] = [];
  const cut: Interval[] = [];
  const opened: Interval[] = [];
  const closed: Interval[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    const weekday = weekdayOfDay(day);
    const exceptions = dated.get(day);
    const isHoliday = holidays.has(day);
    const isClosed = exceptions?.some(isWholeDayClosed) ?? false;
    if (!isHoliday && !isClosed && !exceptions?.some((one) => one.kind === "hours")) {
      for (const rule of schedule.weekly) {
        if (rule.weekday === weekday) weekly.push(windowOn(instantReading, day, rule));
      }
    }
    for (const rule of schedule.breaks) {
      if (rule.weekday === weekday) cut.push(windowOn(instantReading, day, rule));
    }
    if (isHoliday) cut.push(windowOn(instantReading, day, WHOLE_DAY));
    for (const exception of exceptions ?? []) {
      if (exception.kind === "closed") closed.push(windowOn(instantReading, day, closedSpan(exception)));
      else if (!isClosed && hasMinutes(exception)) opened.push(windowOn(instantReading, day, exception));
    }
  }
  const regular = subtractFrom(toEdges(weekly), cut);
  return subtractFrom(uniteEdges(regular, toEdges(opened)), closed);
}

const WHOLE_DAY: LocalSpan = { startMinute: 0, endMinute: 1440 };

function localDay(table: ZoneTable, at: number): number {
  return Math.floor((at + table.offsets[segmentAt(table, at)]!) / DAY_MS);
}

function windowOn(instantReading: (local: number) => number, day: number, { startMinute, endMinute }: LocalSpan): Interval {
  const midnight = day * DAY_MS;
  const lastMinute = endMinute <= startMinute ? endMinute + 1440 : endMinute;
  return [instantReading(midnight + startMinute * MINUTE_MS), instantReading(midnight + lastMinute * MINUTE_MS)];
}

function exceptionsByDay(exceptions: readonly AvailabilityException[], firstDay: number, lastDay: number) {
  const byDay = new Map<number, AvailabilityException[]>();
  for (const exception of exceptions) {
    const day = dayNumber(exception.onDate);
    if (day < firstDay || day > lastDay) continue;
    const sameDay = byDay.get(day);
    if (sameDay) sameDay.push(exception);
    else byDay.set(day, [exception]);
  }
  return byDay;
}

function hasMinutes(exception: AvailabilityException): exception is AvailabilityException & LocalSpan {
  return exception.startMinute !== undefined && exception.endMinute !== undefined;
}

function isWholeDayClosed({ kind, startMinute = 0, endMinute = 1440 }: AvailabilityException): boolean {
  return kind === "closed" && startMinute === 0 && (endMinute === 0 || endMinute === 1440);
}

function closedSpan({ startMinute = 0, endMinute = 1440 }: AvailabilityException): LocalSpan {
  return { startMinute, endMinute };
}
