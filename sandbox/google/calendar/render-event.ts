import type { CalendarEvent } from "./calendar-event";
import { renderTime } from "./event-time";
import type { StoredCalendar } from "./stored-calendar";

const person = (calendar: StoredCalendar, someone: CalendarEvent["organizer"]) =>
  someone.email === calendar.id || someone.email === calendar.account ? { ...someone, self: true } : someone;

/** The event resource as the API answers it; times are shown in `zone`. */
export function renderEvent(calendar: StoredCalendar, event: CalendarEvent, zone = calendar.timeZone) {
  const { start, end, originalStartTime, creator, organizer, attendees, ...rest } = event;
  const link = Buffer.from(`${event.id} ${calendar.id}`).toString("base64url");
  return {
    kind: "calendar#event" as const,
    ...rest,
    htmlLink: `https://www.google.com/calendar/event?eid=${link}`,
    creator: person(calendar, creator),
    organizer: person(calendar, organizer),
    start: renderTime(start, zone),
    end: renderTime(end, zone),
    ...(originalStartTime ? { originalStartTime: renderTime(originalStartTime, zone) } : {}),
    ...(attendees
      ? { attendees: attendees.map(({ self: _self, organizer: _organizer, ...attendee }) => ({
          ...attendee,
          ...(attendee.email === organizer.email ? { organizer: true } : {}),
          ...(attendee.email === calendar.account ? { self: true } : {}),
        })) }
      : {}),
    reminders: rest.reminders ?? { useDefault: true },
  };
}

/** What a delta tells about a deleted event: only what Google guarantees. */
export const renderTombstone = (calendar: StoredCalendar, event: CalendarEvent) => ({
  kind: "calendar#event" as const,
  etag: event.etag,
  id: event.id,
  status: "cancelled" as const,
  ...(event.recurringEventId && event.originalStartTime
    ? { recurringEventId: event.recurringEventId, originalStartTime: renderTime(event.originalStartTime, calendar.timeZone) }
    : {}),
});

export type EventResource = ReturnType<typeof renderEvent> | ReturnType<typeof renderTombstone>;
