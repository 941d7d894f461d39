import { startOfDay } from "@/domain/time/civil-date";

type EventTime = { readonly kind: "instant"; readonly at: number } | { readonly kind: "date"; readonly onDate: string };

/** What an external event says about its owner's time. Never its title. */
export interface ExternalEvent {
  readonly status: "confirmed" | "tentative" | "cancelled";
  readonly start: EventTime | null;
  readonly end: EventTime | null;
  readonly isTransparent: boolean;
  readonly eventType: string;
  readonly ownResponse: "accepted" | "declined" | "tentative" | "needsAction" | null;
}

/** Half-open, epoch milliseconds. `kind` is Google's event type. */
export interface BusyTime {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly kind: string;
}

/** Say where someone is or what they celebrate, not that their time is taken. */
const NEVER_BUSY: ReadonlySet<string> = new Set(["workingLocation", "birthday"]);

/**
 * The time an event takes, or null when it takes none: cancelled, shown as free, declined by the owner, or without
 * length. Unanswered and tentative invitations count as taken. All-day events are days in the calendar's own zone.
 */
export function busyFromEvent(event: ExternalEvent, calendarTimeZone: string): BusyTime | null {
  if (event.status === "cancelled" || event.isTransparent || event.ownResponse === "declined" || NEVER_BUSY.has(event.eventType)) return null;
  if (event.start === null || event.end === null) return null;
  const startsAt = instantOf(event.start, calendarTimeZone);
  const endsAt = instantOf(event.end, calendarTimeZone);
  return startsAt < endsAt ? { startsAt, endsAt, kind: event.eventType } : null;
}

const instantOf = (time: EventTime, timeZone: string): number => (time.kind === "instant" ? time.at : startOfDay(time.onDate, timeZone));
