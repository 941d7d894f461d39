import type { CalendarEvent, EventTime } from "./calendar-event";
import { instantOf } from "./event-time";
import { occurrences } from "./recurrence";
import type { SeriesTimes, StoredCalendar } from "./stored-calendar";
import { addDays, daysBetween } from "./zoned-time";

const horizonMs = 2 * 366 * 24 * 3_600_000;

/** Google's id of one instance: the series' id and the original start in UTC. */
export const instanceId = (seriesId: string, originalStart: EventTime) =>
  `${seriesId}_${originalStart.date === undefined
    ? `${originalStart.dateTime.slice(0, 19).replace(/[-:]/g, "")}Z`
    : originalStart.date.replace(/-/g, "")}`;

const endFrom = (start: EventTime, of: { start: EventTime; end: EventTime }): EventTime => {
  if (start.date !== undefined && of.start.date !== undefined && of.end.date !== undefined) {
    return { date: addDays(start.date, daysBetween(of.start.date, of.end.date)) };
  }
  if (start.dateTime === undefined || of.start.dateTime === undefined || of.end.dateTime === undefined) throw new Error("a series has one kind of time");
  const length = Date.parse(of.end.dateTime) - Date.parse(of.start.dateTime);
  return { dateTime: new Date(Date.parse(start.dateTime) + length).toISOString(), timeZone: of.end.timeZone };
};

/** How far an open series is expanded when the caller gave no upper bound. */
export const openHorizon = (series: { start: EventTime }, zone: string) =>
  Math.max(Date.now(), instantOf(series.start, zone)) + horizonMs;

export function instanceAt(series: CalendarEvent, originalStart: EventTime): CalendarEvent {
  const { recurrence: _, ...rest } = series;
  return {
    ...rest,
    id: instanceId(series.id, originalStart),
    recurringEventId: series.id,
    originalStartTime: originalStart,
    start: originalStart,
    end: endFrom(originalStart, series),
  };
}

/** Generated instances up to `until`, without regard to exceptions. */
export const generatedInstances = (series: CalendarEvent, until: number): CalendarEvent[] =>
  occurrences(series.recurrence ?? [], series.start, until).map((start) => instanceAt(series, start));

export const instanceIdsOf = (seriesId: string, times: SeriesTimes, until: number): Map<string, EventTime> =>
  new Map(occurrences(times.recurrence, times.start, until).map((start) => [instanceId(seriesId, start), start]));

/** The series' event and instance behind an id such as `abc_20260301T090000Z`, if the series has that instance. */
export function findGeneratedInstance(calendar: StoredCalendar, id: string): CalendarEvent | undefined {
  const cut = id.lastIndexOf("_");
  const series = cut > 0 ? calendar.events[id.slice(0, cut)]?.event : undefined;
  if (!series?.recurrence) return undefined;
  return generatedInstances(series, openHorizon(series, calendar.timeZone)).find((instance) => instance.id === id);
}
