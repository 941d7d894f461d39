import type { Sandbox } from "../../sandbox-context";
import type { CalendarEvent } from "./calendar-event";
import { sameTime } from "./event-time";
import { notifyWatchers } from "./push";
import type { StoredCalendar, StoredEvent } from "./stored-calendar";

function withSeriesTimes(stored: StoredEvent, previous: CalendarEvent | undefined) {
  const { start, end, recurrence } = stored.event;
  const unchanged = previous && sameTime(previous.start, start) && sameTime(previous.end, end) &&
    JSON.stringify(previous.recurrence) === JSON.stringify(recurrence);
  if (unchanged || (!recurrence && !stored.seriesTimes)) return;
  stored.seriesTimes = [...(stored.seriesTimes ?? []), { change: stored.change, start, end, recurrence: recurrence ?? [] }];
}

/** Writes an event: new etag and `updated`, one more change of the calendar, and a push to every watcher. */
export function recordChange(sandbox: Sandbox, calendar: StoredCalendar, event: CalendarEvent): CalendarEvent {
  calendar.changes += 1;
  const now = new Date();
  const previous = calendar.events[event.id];
  const stored: StoredEvent = {
    ...(previous ?? { order: calendar.changes, sendUpdates: [] }),
    change: calendar.changes,
    event: { ...event, updated: now.toISOString(), etag: `"${now.getTime()}${String(calendar.changes % 1000).padStart(3, "0")}"` },
  };
  withSeriesTimes(stored, previous?.event);
  calendar.events[event.id] = stored;
  sandbox.changed();
  notifyWatchers(sandbox, calendar.id);
  return stored.event;
}

export function recordSendUpdates(calendar: StoredCalendar, id: string, operation: "insert" | "update" | "delete", sendUpdates: "all" | "externalOnly" | "none") {
  calendar.events[id]?.sendUpdates.push({ operation, sendUpdates, at: new Date().toISOString() });
}
