import { startOfDay } from "@/domain/time/civil-date";
import type { BusyKind } from "./busy-kinds";
import type { EventSpan } from "./event-span";

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

type Trait = (event: ExternalEvent) => boolean;

/** The first of these that fits decides alone, by itself or by the owner's choice. */
const DECISIVE: readonly (readonly [Trait, "busy" | "free" | BusyKind])[] = [
  [(event) => event.status === "cancelled", "free"],
  [(event) => event.ownResponse === "declined", "free"],
  // Google shows every working location as free, so whoever lets it count means it all the same.
  [(event) => event.eventType === "workingLocation", "working-location"],
  [(event) => event.isTransparent, "free"],
  [(event) => event.eventType === "birthday", "free"],
  [(event) => event.eventType === "outOfOffice", "busy"],
];

/** All others are busy, unless the owner chose against one of these that fits. */
const DEBATABLE: readonly (readonly [Trait, BusyKind])[] = [
  [(event) => event.status === "tentative" || event.ownResponse === "tentative", "tentative"],
  [(event) => event.ownResponse === "needsAction", "unanswered"],
  [(event) => event.start?.kind === "date", "all-day"],
  [(event) => event.eventType === "focusTime", "focus-time"],
];

/** Whether an event takes its owner's time, given the debatable kinds that count. */
function isBusy(event: ExternalEvent, counting: readonly BusyKind[]): boolean {
  const verdict = DECISIVE.find(([fits]) => fits(event))?.[1];
  if (verdict === undefined) return DEBATABLE.every(([fits, kind]) => !fits(event) || counting.includes(kind));
  return verdict === "busy" || (verdict !== "free" && counting.includes(verdict));
}

/**
 * The time an event takes, or null when it takes none by the table above or has no length. `counting` are the debatable
 * kinds that the calendar's owner lets count. All-day events are days in the calendar's own zone.
 */
export function busyFromEvent(event: ExternalEvent, calendarTimeZone: string, counting: readonly BusyKind[]): BusyTime | null {
  const span = isBusy(event, counting) ? spanOfEvent(event, calendarTimeZone) : null;
  return span && { ...span, kind: event.eventType };
}

/** When an event takes place, whole days in the calendar's own zone; null when it names no time or has no length. */
export function spanOfEvent({ start, end }: Pick<ExternalEvent, "start" | "end">, calendarTimeZone: string): EventSpan | null {
  if (start === null || end === null) return null;
  const span = { startsAt: instantOf(start, calendarTimeZone), endsAt: instantOf(end, calendarTimeZone) };
  return span.startsAt < span.endsAt ? span : null;
}

const instantOf = (time: EventTime, timeZone: string): number => (time.kind === "instant" ? time.at : startOfDay(time.onDate, timeZone));
