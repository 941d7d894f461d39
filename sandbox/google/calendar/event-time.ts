import { badRequest, GoogleError, invalidValue } from "../google-error";
import type { EventTime, WritableEvent } from "./calendar-event";
import { formatInstant, isCivilDate, isTimeZone, startOfDate, wallToInstant } from "./zoned-time";

const rfc3339 = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** A query parameter that must be RFC 3339 with an offset, in epoch milliseconds. */
export function readInstant(value: string, parameter: string): number {
  const match = rfc3339.exec(value);
  const instant = match?.[3] ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(instant)) throw new GoogleError(400, "badRequest", "Bad Request", { locationType: "parameter", location: parameter });
  return instant;
}

/** Resolves a start or end; refuses what Google refuses, naming which of the two. */
export function resolveTime(input: WritableEvent["start"], which: "start" | "end", calendarZone: string): EventTime {
  if (!input || (input.date === undefined && input.dateTime === undefined)) {
    throw new GoogleError(400, "required", `Missing ${which} time.`);
  }
  if (input.date !== undefined && input.dateTime !== undefined) throw invalidValue(`Invalid ${which} time.`);
  if (input.timeZone !== undefined && !isTimeZone(input.timeZone)) throw invalidValue(`Invalid time zone definition for ${which} time.`);
  if (input.date !== undefined) {
    if (!isCivilDate(input.date)) throw invalidValue(`Invalid value for: Invalid ${which} date "${input.date}"`);
    return { date: input.date };
  }
  const match = rfc3339.exec(input.dateTime ?? "");
  if (!match || !isCivilDate(match[1] ?? "")) throw badRequest();
  const instant = match[3]
    ? Date.parse(input.dateTime ?? "")
    : input.timeZone !== undefined ? wallToInstant(`${match[1]}T${match[2]}`, input.timeZone) : undefined;
  if (instant === undefined) throw new GoogleError(400, "required", `Missing time zone definition for ${which} time.`);
  if (Number.isNaN(instant)) throw badRequest();
  return { dateTime: new Date(instant).toISOString(), timeZone: input.timeZone ?? calendarZone };
}

/** Epoch milliseconds; a civil date begins at midnight of the calendar's zone. */
export const instantOf = (time: EventTime, calendarZone: string) =>
  time.date === undefined ? Date.parse(time.dateTime) : startOfDate(time.date, calendarZone);

export const sameTime = (a: EventTime, b: EventTime) => a.date === b.date && a.dateTime === b.dateTime && a.timeZone === b.timeZone;

export const renderTime = (time: EventTime, zone: string) =>
  time.date === undefined ? { dateTime: formatInstant(Date.parse(time.dateTime), zone), timeZone: time.timeZone } : { date: time.date };
