import type { CalendarEvent } from "./calendar-event";
import { instantOf } from "./event-time";
import type { ListQuery } from "./list-query";
import { readPageToken, readSyncToken, writePageToken, writeSyncToken, type SortKey, type SyncToken } from "./list-tokens";
import { renderEvent, renderTombstone, type EventResource } from "./render-event";
import { generatedInstances, instanceAt, instanceIdsOf, openHorizon } from "./series";
import type { StoredCalendar, StoredEvent } from "./stored-calendar";

interface Listed {
  event: CalendarEvent;
  order: number;
}

interface Window {
  timeMin?: number | undefined;
  timeMax?: number | undefined;
}

const overlaps = (calendar: StoredCalendar, event: CalendarEvent, { timeMin, timeMax }: Window) =>
  (timeMin === undefined || instantOf(event.end, calendar.timeZone) > timeMin) &&
  (timeMax === undefined || instantOf(event.start, calendar.timeZone) < timeMax);

const horizonOf = (calendar: StoredCalendar, series: CalendarEvent, window: Window) =>
  window.timeMax ?? openHorizon(series, calendar.timeZone);

/** The instances of a series in the window that no exception replaces. */
function plainInstances(calendar: StoredCalendar, series: CalendarEvent, window: Window): CalendarEvent[] {
  if (series.status === "cancelled") return [];
  return generatedInstances(series, horizonOf(calendar, series, window))
    .filter((instance) => !calendar.events[instance.id] && overlaps(calendar, instance, window));
}

/** Every event of the window, series expanded or not, cancelled ones included. */
function allEvents(calendar: StoredCalendar, singleEvents: boolean, window: Window): Listed[] {
  return Object.values(calendar.events).flatMap(({ event, order }): Listed[] => {
    if (!event.recurrence) return overlaps(calendar, event, window) ? [{ event, order }] : [];
    if (singleEvents) return plainInstances(calendar, event, window).map((instance) => ({ event: instance, order }));
    if (window.timeMin === undefined && window.timeMax === undefined) return [{ event, order }];
    return generatedInstances(event, horizonOf(calendar, event, window)).some((instance) => overlaps(calendar, instance, window)) ? [{ event, order }] : [];
  });
}

/** Instances a changed series had when the token was given and has no more. */
function vanishedInstances(calendar: StoredCalendar, stored: StoredEvent, token: SyncToken): CalendarEvent[] {
  const before = stored.seriesTimes?.filter((times) => times.change <= token.change).at(-1);
  if (!before) return [];
  const { event } = stored;
  const cancelled = (id: string, originalStart: CalendarEvent["start"]): CalendarEvent =>
    ({ ...instanceAt({ ...event, start: before.start, end: before.end }, originalStart), id, status: "cancelled" });
  if (before.recurrence.length === 0) return event.recurrence ? [{ ...event, status: "cancelled" }] : [];
  const horizon = horizonOf(calendar, { ...event, start: before.start }, token);
  const remaining = new Set(event.status === "cancelled" || !event.recurrence ? [] : generatedInstances(event, horizon).map((instance) => instance.id));
  return [...instanceIdsOf(event.id, before, horizon)]
    .filter(([id]) => !remaining.has(id) && !calendar.events[id])
    .map(([id, originalStart]) => cancelled(id, originalStart))
    .filter((instance) => overlaps(calendar, instance, token));
}

/** What changed since the token, cancelled ones included. */
function changedEvents(calendar: StoredCalendar, token: SyncToken): Listed[] {
  return Object.values(calendar.events).filter((stored) => stored.change > token.change).flatMap((stored): Listed[] => {
    const list = (events: CalendarEvent[]) => events.map((event) => ({ event, order: stored.order }));
    if (!token.singleEvents) return list([stored.event]);
    const vanished = list(vanishedInstances(calendar, stored, token));
    // Plain events are reported wherever they moved to, so that the client can drop them.
    return stored.event.recurrence ? [...vanished, ...list(plainInstances(calendar, stored.event, token))] : [...vanished, { event: stored.event, order: stored.order }];
  });
}

function isWanted(calendar: StoredCalendar, query: ListQuery, event: CalendarEvent) {
  const has = (properties: Record<string, string> | undefined) => (wanted: string) => {
    const equals = wanted.indexOf("=");
    return properties?.[wanted.slice(0, equals)] === wanted.slice(equals + 1);
  };
  const words = [event.summary, event.description, event.location, ...(event.attendees ?? []).flatMap((guest) => [guest.email, guest.displayName])]
    .join(" ").toLowerCase();
  return (query.updatedMin === undefined || Date.parse(event.updated) >= query.updatedMin) &&
    (query.iCalUID === undefined || event.iCalUID === query.iCalUID) &&
    (query.q === undefined || words.includes(query.q.toLowerCase())) &&
    (query.eventTypes.length === 0 || query.eventTypes.some((type) => type === event.eventType)) &&
    query.privateExtendedProperty.every(has(event.extendedProperties?.private)) &&
    query.sharedExtendedProperty.every(has(event.extendedProperties?.shared));
}

/** Deleted events stay out unless asked for; cancelled instances of a living series are told to clients that expand it themselves. */
function isShown(calendar: StoredCalendar, query: ListQuery, event: CalendarEvent) {
  if (event.status !== "cancelled" || query.showDeleted || query.updatedMin !== undefined) return true;
  const series = event.recurringEventId ? calendar.events[event.recurringEventId]?.event : undefined;
  return !query.singleEvents && series !== undefined && series.status !== "cancelled";
}

function sortKey(calendar: StoredCalendar, query: ListQuery, { event, order }: Listed): SortKey {
  const start = instantOf(event.start, calendar.timeZone);
  if (query.orderBy === "startTime") return [start, event.id];
  if (query.orderBy === "updated") return [Date.parse(event.updated), event.id];
  return [order, event.id];
}

const compareKeys = (a: SortKey, b: SortKey) => a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);

export interface EventPage {
  items: EventResource[];
  nextPageToken?: string;
  nextSyncToken?: string;
}

/** Cuts one page out of `listed`; pages continue after the last key seen, whatever was added or deleted in between. */
export function cutPage(calendar: StoredCalendar, query: ListQuery, listed: Listed[], render: (event: CalendarEvent) => EventResource): EventPage & { change: number } {
  const page = readPageToken(calendar, query);
  const change = page?.change ?? calendar.changes;
  const rest = listed
    .map((entry) => ({ event: entry.event, key: sortKey(calendar, query, entry) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .filter(({ key }) => !page || compareKeys(key, page.after) > 0);
  const shown = rest.slice(0, query.pageSize);
  const last = shown.at(-1);
  const more = rest.length > shown.length && last;
  return {
    items: shown.map(({ event }) => render(event)), change,
    ...(more ? { nextPageToken: writePageToken(calendar, query, change, last.key) } : {}),
  };
}

/** `events.list`: a full listing, or the delta of a sync token. */
export function listEvents(calendar: StoredCalendar, query: ListQuery): EventPage {
  const token = readSyncToken(calendar, query);
  const listed = token
    ? changedEvents(calendar, token).filter(({ event }) => token.eventTypes.length === 0 || token.eventTypes.includes(event.eventType))
    : allEvents(calendar, query.singleEvents, query).filter(({ event }) => isShown(calendar, query, event) && isWanted(calendar, query, event));
  const { change, ...page } = cutPage(calendar, query, listed, (event) =>
    token && event.status === "cancelled" && !query.showDeleted ? renderTombstone(calendar, event) : renderEvent(calendar, event, query.timeZone));
  // Google gives no sync token for listings it cannot continue.
  const continues = !query.orderBy && query.q === undefined && query.iCalUID === undefined && query.updatedMin === undefined &&
    query.privateExtendedProperty.length === 0 && query.sharedExtendedProperty.length === 0;
  if (page.nextPageToken || !continues) return page;
  const scope = token ?? { singleEvents: query.singleEvents, timeMin: query.timeMin, timeMax: query.timeMax, eventTypes: query.eventTypes };
  const { singleEvents, timeMin, timeMax, eventTypes } = scope;
  return { ...page, nextSyncToken: writeSyncToken(calendar, change, { singleEvents, timeMin, timeMax, eventTypes }) };
}

/** `events.instances`: one series expanded, its exceptions in place. */
export function listInstances(calendar: StoredCalendar, series: CalendarEvent, query: ListQuery): EventPage {
  const exceptions = Object.values(calendar.events).map(({ event }) => event)
    .filter((event) => event.recurringEventId === series.id && overlaps(calendar, event, query) && (query.showDeleted || event.status !== "cancelled"));
  const listed = [...plainInstances(calendar, series, query), ...exceptions].map((event) => ({ event, order: instantOf(event.start, calendar.timeZone) }));
  const { change: _, ...page } = cutPage(calendar, query, listed, (event) => renderEvent(calendar, event, query.timeZone));
  return page;
}
