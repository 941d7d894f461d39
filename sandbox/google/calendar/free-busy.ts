import { z } from "zod";
import type { Sandbox } from "../../sandbox-context";
import { GoogleError, invalidValue } from "../google-error";
import { findCalendar, roleOf } from "./calendars";
import { instantOf, readInstant } from "./event-time";
import type { StoredCalendar } from "./stored-calendar";
import { formatInstant, isTimeZone } from "./zoned-time";
import type { CalendarEvent } from "./calendar-event";
import { generatedInstances } from "./series";

const FreeBusyRequest = z.object({
  timeMin: z.string(), timeMax: z.string(), timeZone: z.string().optional(),
  items: z.array(z.object({ id: z.string() })).optional(),
  calendarExpansionMax: z.int().max(50).optional(), groupExpansionMax: z.int().max(100).optional(),
});

const isBusy = (calendar: StoredCalendar, event: CalendarEvent) =>
  event.status !== "cancelled" && event.transparency !== "transparent" &&
  !event.attendees?.some((guest) => guest.email === calendar.account && guest.responseStatus === "declined");

/** Busy time in `[timeMin, timeMax)`, touching intervals joined. */
export function busyIntervals(calendar: StoredCalendar, timeMin: number, timeMax: number): [start: number, end: number][] {
  const instances = Object.values(calendar.events).flatMap(({ event }) => event.recurrence
    ? event.status === "cancelled" ? [] : generatedInstances(event, timeMax).filter((instance) => !calendar.events[instance.id])
    : [event]);
  const sorted = instances.filter((event) => isBusy(calendar, event))
    .map((event): [number, number] => [Math.max(timeMin, instantOf(event.start, calendar.timeZone)), Math.min(timeMax, instantOf(event.end, calendar.timeZone))])
    .filter(([start, end]) => start < end)
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** `freeBusy.query`; calendars the account may not see answer notFound in their own entry. */
export function queryFreeBusy(sandbox: Sandbox, account: string, body: unknown) {
  const parsed = FreeBusyRequest.safeParse(body);
  if (!parsed.success) throw invalidValue(`Invalid value for: ${parsed.error.issues[0]?.path.join(".") ?? "body"}`);
  const { timeZone = "UTC", items = [] } = parsed.data;
  if (!isTimeZone(timeZone)) throw invalidValue("Invalid time zone definition.");
  const timeMin = readInstant(parsed.data.timeMin, "timeMin");
  const timeMax = readInstant(parsed.data.timeMax, "timeMax");
  if (timeMin >= timeMax) throw new GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", {}, "calendar");
  const calendars = Object.fromEntries(items.map(({ id }) => {
    const calendar = findCalendar(sandbox, account, id);
    if (!calendar || !roleOf(calendar, account)) return [id, { errors: [{ domain: "global", reason: "notFound" }], busy: [] }];
    const busy = busyIntervals(calendar, timeMin, timeMax)
      .map(([start, end]) => ({ start: formatInstant(start, timeZone), end: formatInstant(end, timeZone) }));
    return [id, { busy }];
  }));
  return { kind: "calendar#freeBusy", timeMin: new Date(timeMin).toISOString(), timeMax: new Date(timeMax).toISOString(), calendars };
}
