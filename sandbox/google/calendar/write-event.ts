import { z } from "zod";
import type { Sandbox } from "../../sandbox-context";
import { randomBase32Hex } from "../../store/random-id";
import { GoogleError, invalidValue, notFound } from "../google-error";
import type { CalendarEvent } from "./calendar-event";
import { planConference, scheduleConference } from "./conference";
import { recordChange, recordSendUpdates } from "./event-changes";
import { sameTime } from "./event-time";
import { mergePatch, prepareEvent, readWritableEvent } from "./prepare-event";
import { findGeneratedInstance, generatedInstances, openHorizon } from "./series";
import type { StoredCalendar } from "./stored-calendar";

export interface WriteOptions {
  /** Who writes; the event's creator. */
  account: string;
  conferenceDataVersion: number;
  sendUpdates: "all" | "externalOnly" | "none";
  ifMatch?: string;
}

/** The stored event or the generated instance with this id, cancelled ones included. */
export const findEvent = (calendar: StoredCalendar, id: string): CalendarEvent | undefined =>
  calendar.events[id]?.event ?? findGeneratedInstance(calendar, id);

export function getEvent(calendar: StoredCalendar, id: string): CalendarEvent {
  const event = findEvent(calendar, id);
  if (!event) throw notFound();
  return event;
}

function assertMatch(event: CalendarEvent, ifMatch: string | undefined) {
  if (ifMatch && ifMatch !== "*" && !ifMatch.split(/\s*,\s*/).includes(event.etag)) {
    throw new GoogleError(412, "conditionNotMet", "Precondition Failed", { locationType: "header", location: "If-Match" });
  }
}

/** Who organises an invitation a person received; only the inspector sets it. */
const Organizer = z.object({ organizer: z.object({ email: z.string(), displayName: z.string().optional() }).optional() });

export function insertEvent(sandbox: Sandbox, calendar: StoredCalendar, body: unknown, options: WriteOptions, asPerson = false): CalendarEvent {
  const input = readWritableEvent(body);
  if (input.id !== undefined && !/^[a-v0-9]{5,1024}$/.test(input.id)) throw invalidValue("Invalid resource id value.");
  if (input.status === "cancelled") throw invalidValue("Invalid value for: status");
  const id = input.id ?? randomBase32Hex(26);
  if (calendar.events[id]) throw new GoogleError(409, "duplicate", "The requested identifier already exists.");
  const owner = { email: calendar.id, ...(calendar.primary ? {} : { displayName: calendar.summary }) };
  const now = new Date().toISOString();
  const event = recordChange(sandbox, calendar, {
    status: "confirmed",
    ...prepareEvent(calendar, input, undefined, asPerson),
    ...planConference(calendar, undefined, input.conferenceData, options.conferenceDataVersion),
    id,
    iCalUID: input.iCalUID ?? `${id}@google.com`,
    sequence: input.sequence ?? 0,
    created: now, updated: now, etag: "",
    creator: { email: options.account },
    organizer: (asPerson ? Organizer.parse(body).organizer : undefined) ?? owner,
  });
  recordSendUpdates(calendar, id, "insert", options.sendUpdates);
  scheduleConference(sandbox, calendar, id);
  return event;
}

/** Exceptions of instances that the series no longer has disappear with them. */
function dropOrphanedExceptions(sandbox: Sandbox, calendar: StoredCalendar, series: CalendarEvent) {
  const ids = new Set(series.status === "cancelled" ? [] : generatedInstances(series, openHorizon(series, calendar.timeZone)).map((instance) => instance.id));
  for (const { event } of Object.values(calendar.events)) {
    if (event.recurringEventId !== series.id || event.status === "cancelled" || ids.has(event.id)) continue;
    recordChange(sandbox, calendar, { ...event, status: "cancelled", sequence: event.sequence + 1 });
  }
}

function nextSequence(previous: CalendarEvent, next: Pick<CalendarEvent, "start" | "end" | "recurrence" | "status">, asked: number | undefined) {
  if (asked !== undefined && asked < previous.sequence) {
    throw invalidValue("Invalid sequence value. The specified sequence number is below the current sequence number of the resource. Re-fetch the resource and use its sequence number on the following request.");
  }
  if (asked !== undefined && asked > previous.sequence) return asked;
  const moved = !sameTime(previous.start, next.start) || !sameTime(previous.end, next.end) || JSON.stringify(previous.recurrence) !== JSON.stringify(next.recurrence);
  return moved || (next.status === "cancelled" && previous.status !== "cancelled") ? previous.sequence + 1 : previous.sequence;
}

function rewrite(sandbox: Sandbox, calendar: StoredCalendar, previous: CalendarEvent, body: unknown, options: WriteOptions): CalendarEvent {
  const input = readWritableEvent(body);
  const prepared = prepareEvent(calendar, input, previous);
  if (previous.recurringEventId && prepared.recurrence) throw invalidValue("Instances of a recurring event cannot recur.");
  const status = input.status ?? "confirmed";
  const event = recordChange(sandbox, calendar, {
    ...prepared,
    ...planConference(calendar, previous, input.conferenceData, options.conferenceDataVersion),
    id: previous.id,
    iCalUID: previous.iCalUID,
    status,
    sequence: nextSequence(previous, { ...prepared, status }, input.sequence),
    created: previous.created, updated: previous.updated, etag: previous.etag,
    creator: previous.creator, organizer: previous.organizer,
    ...(previous.recurringEventId ? { recurringEventId: previous.recurringEventId } : {}),
    ...(previous.originalStartTime ? { originalStartTime: previous.originalStartTime } : {}),
  });
  if (previous.recurrence) dropOrphanedExceptions(sandbox, calendar, event);
  recordSendUpdates(calendar, event.id, status === "cancelled" ? "delete" : "update", options.sendUpdates);
  scheduleConference(sandbox, calendar, event.id);
  return event;
}

/** PUT: what the body leaves out is gone. */
export function updateEvent(sandbox: Sandbox, calendar: StoredCalendar, id: string, body: unknown, options: WriteOptions): CalendarEvent {
  const previous = getEvent(calendar, id);
  assertMatch(previous, options.ifMatch);
  return rewrite(sandbox, calendar, previous, body, options);
}

export function patchEvent(sandbox: Sandbox, calendar: StoredCalendar, id: string, body: unknown, options: WriteOptions): CalendarEvent {
  const previous = getEvent(calendar, id);
  assertMatch(previous, options.ifMatch);
  const { sequence: _, ...base } = previous;
  return rewrite(sandbox, calendar, previous, mergePatch(base, body), options);
}

/** Leaves a tombstone; 410 when it is already gone. */
export function deleteEvent(sandbox: Sandbox, calendar: StoredCalendar, id: string, options: WriteOptions) {
  const event = getEvent(calendar, id);
  if (event.status === "cancelled") throw new GoogleError(410, "deleted", "Resource has been deleted");
  assertMatch(event, options.ifMatch);
  const cancelled = recordChange(sandbox, calendar, { ...event, status: "cancelled", sequence: event.sequence + 1 });
  if (event.recurrence) dropOrphanedExceptions(sandbox, calendar, cancelled);
  recordSendUpdates(calendar, id, "delete", options.sendUpdates);
}

/** Moves an event to another calendar of the account, which becomes its organizer. */
export function moveEvent(sandbox: Sandbox, from: StoredCalendar, to: StoredCalendar, id: string, options: WriteOptions): CalendarEvent {
  const event = getEvent(from, id);
  if (event.status === "cancelled") throw notFound();
  if (event.recurringEventId || event.eventType !== "default") throw new GoogleError(400, "cannotChangeOrganizer", "Cannot change the organizer of this event.");
  if (to.events[id] && to.events[id].event.status !== "cancelled") throw new GoogleError(409, "duplicate", "The requested identifier already exists.");
  recordChange(sandbox, from, { ...event, status: "cancelled", sequence: event.sequence + 1 });
  const moved = recordChange(sandbox, to, { ...event, organizer: { email: to.id, ...(to.primary ? {} : { displayName: to.summary }) } });
  recordSendUpdates(to, id, "update", options.sendUpdates);
  return moved;
}
