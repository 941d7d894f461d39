import { z } from "zod";
import { GoogleError, invalidValue } from "../google-error";
import { WritableEvent, type CalendarEvent, type EventAttendee } from "./calendar-event";
import { instantOf, resolveTime } from "./event-time";
import { assertRecurrence } from "./recurrence";
import type { StoredCalendar } from "./stored-calendar";

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** PATCH semantics: objects merge, arrays and scalars replace, null removes. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isRecord(patch)) return patch;
  const merged: Record<string, unknown> = isRecord(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = mergePatch(merged[key], value);
  }
  return merged;
}

/** Parses a caller's event; explicit nulls count as absent. */
export function readWritableEvent(body: unknown): WritableEvent {
  const parsed = WritableEvent.safeParse(mergePatch({}, body));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw invalidValue(`Invalid value for: ${issue?.path.join(".") || "body"}: ${issue?.message ?? z.prettifyError(parsed.error)}`);
}

const propertyNameLimit = 44;
const propertyValueLimit = 1024;

function checkExtendedProperties(properties: WritableEvent["extendedProperties"]) {
  for (const [name, value] of [...Object.entries(properties?.private ?? {}), ...Object.entries(properties?.shared ?? {})]) {
    if (name.length > propertyNameLimit || value.length > propertyValueLimit) {
      throw invalidValue(`Invalid value for: extendedProperties: key or value of "${name.slice(0, propertyNameLimit)}" is too long`);
    }
  }
}

function readAttendees(attendees: EventAttendee[] | undefined) {
  return attendees?.map((attendee) => {
    if (!attendee.email || !/^[^\s@]+@[^\s@]+$/.test(attendee.email)) throw invalidValue("Invalid attendee email.");
    return { ...attendee, responseStatus: attendee.responseStatus ?? ("needsAction" as const) };
  });
}

function checkEventType(type: CalendarEvent["eventType"], input: WritableEvent, previous: CalendarEvent | undefined, allDay: boolean, byGoogle: boolean) {
  const refuse = (message: string) => new GoogleError(400, "eventTypeRestriction", message);
  if (previous && previous.eventType !== type) throw refuse("Event type cannot be changed.");
  if (type === "fromGmail" && !previous && !byGoogle) throw refuse("Events from Gmail cannot be created.");
  if ((type === "outOfOffice" || type === "focusTime") && allDay) throw refuse(`A ${type} event cannot be an all-day event.`);
  if (type === "workingLocation" && input.transparency !== "transparent") throw refuse("A working location event must be transparent.");
  if (type === "birthday" && !allDay) throw refuse("A birthday event must be an all-day event.");
}

/** Times, attendees and properties as they are stored; throws what Google answers for a bad one. `byGoogle` allows what no app may make. */
export function prepareEvent(calendar: StoredCalendar, input: WritableEvent, previous?: CalendarEvent, byGoogle = false) {
  const start = resolveTime(input.start, "start", calendar.timeZone);
  const end = resolveTime(input.end, "end", calendar.timeZone);
  if ((start.date === undefined) !== (end.date === undefined)) throw invalidValue("The start and end times must either both be date or both be dateTime.");
  const lengthMs = instantOf(end, calendar.timeZone) - instantOf(start, calendar.timeZone);
  // An event may last no time at all, a day may not.
  if (lengthMs < 0 || (lengthMs === 0 && start.date !== undefined)) throw new GoogleError(400, "timeRangeEmpty", "The specified time range is empty.", {}, "calendar");
  if (input.recurrence?.length) {
    const zoned = start.date !== undefined || (input.start?.timeZone !== undefined && input.end?.timeZone !== undefined);
    if (!zoned) throw new GoogleError(400, "required", "Missing time zone definition for start time.");
    assertRecurrence(input.recurrence, start);
  }
  checkExtendedProperties(input.extendedProperties);
  const eventType = input.eventType ?? previous?.eventType ?? "default";
  checkEventType(eventType, input, previous, start.date !== undefined, byGoogle);
  const attendees = readAttendees(input.attendees);
  const { start: _start, end: _end, originalStartTime: _original, conferenceData: _conference, attendees: _attendees, recurrence, ...rest } = input;
  return { ...rest, start, end, eventType, ...(recurrence?.length ? { recurrence } : {}), ...(attendees ? { attendees } : {}) };
}
