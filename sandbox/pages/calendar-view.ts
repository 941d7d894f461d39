import type { CalendarEvent, EventTime } from "../google/calendar/calendar-event";
import { instantOf } from "../google/calendar/event-time";
import { generatedInstances } from "../google/calendar/series";
import type { StoredCalendar } from "../google/calendar/stored-calendar";
import { addDays, dateIn, instantToWall, startOfDate } from "../google/calendar/zoned-time";

/** Living events of the civil dates `[from, to)` in the calendar's zone, by start; series expanded. */
export function eventsBetween(calendar: StoredCalendar, from: string, to: string): CalendarEvent[] {
  const [start, end] = [startOfDate(from, calendar.timeZone), startOfDate(to, calendar.timeZone)];
  return Object.values(calendar.events)
    .flatMap(({ event }) => event.recurrence ? generatedInstances(event, end).filter((instance) => !calendar.events[instance.id]) : [event])
    .filter((event) => event.status !== "cancelled" && instantOf(event.start, calendar.timeZone) < end && instantOf(event.end, calendar.timeZone) > start)
    .sort((a, b) => instantOf(a.start, calendar.timeZone) - instantOf(b.start, calendar.timeZone));
}

/** Does the event touch this civil date of the calendar's zone? */
export const isOnDate = (calendar: StoredCalendar, event: CalendarEvent, date: string) =>
  instantOf(event.start, calendar.timeZone) < startOfDate(addDays(date, 1), calendar.timeZone) &&
  instantOf(event.end, calendar.timeZone) > startOfDate(date, calendar.timeZone);

/** Wall clock for a `datetime-local` field; an all-day event shows midnight. */
export const wallOf = (time: EventTime, zone: string) => (time.date === undefined ? instantToWall(Date.parse(time.dateTime), zone).slice(0, 16) : `${time.date}T00:00`);

export function describeTimes(calendar: StoredCalendar, event: CalendarEvent): string {
  if (event.start.date !== undefined && event.end.date !== undefined) {
    const last = addDays(event.end.date, -1);
    return last === event.start.date ? `${last}, all day` : `${event.start.date} to ${last}, all day`;
  }
  const [from, to] = [wallOf(event.start, calendar.timeZone), wallOf(event.end, calendar.timeZone)];
  return from.slice(0, 10) === to.slice(0, 10) ? `${from.slice(0, 10)}, ${from.slice(11)}–${to.slice(11)}` : `${from.replace("T", " ")} – ${to.replace("T", " ")}`;
}

export const todayIn = (calendar: StoredCalendar) => dateIn(Date.now(), calendar.timeZone);
