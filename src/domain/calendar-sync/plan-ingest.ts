import { busyFromEvent, type BusyTime, type ExternalEvent } from "./busy-from-event";
import type { BusyKind } from "./busy-kinds";
import { seriesOfEvent } from "./event-id";

export interface ListedEvent extends ExternalEvent {
  readonly eventId: string;
  readonly recurringEventId: string | null;
  /** Our mark. */
  readonly seriesId: string | null;
}

export interface Ingest {
  readonly upserts: readonly (BusyTime & { readonly externalEventId: string })[];
  readonly removals: readonly string[];
  readonly retiredSeries: readonly string[];
}

/**
 * The booking series an event was written for; null for anything else, a person's copy of such an event included. Google does
 * not show our mark on private events to those who may only read, so there the id alone tells, which copies do not share.
 */
export const writtenForSeries = (event: { eventId: string; seriesId: string | null }): string | null => {
  const seriesId = seriesOfEvent(event.eventId);
  return event.seriesId === null || event.seriesId === seriesId ? seriesId : null;
};

/**
 * What one page of a calendar changes about busy time, where the debatable kinds in `counting` take time. `isOwn` tells the
 * events of this provider's own bookings, which are never busy time: the booking itself is. Events of the same id count by
 * the last.
 */
export function planIngest(events: readonly ListedEvent[], calendarTimeZone: string, counting: readonly BusyKind[], isOwn: (event: ListedEvent) => boolean): Ingest {
  const latest = new Map(events.map((event) => [event.eventId, event]));
  const upserts: (BusyTime & { externalEventId: string })[] = [];
  const removals = new Set<string>();
  const retiredSeries: string[] = [];
  for (const event of latest.values()) {
    const busy = isOwn(event) ? null : busyFromEvent(event, calendarTimeZone, counting);
    if (busy === null) removals.add(event.eventId);
    else upserts.push({ externalEventId: event.eventId, ...busy });
    // A series is listed by its instances only: what stands under its own id is from before it recurred.
    if (event.recurringEventId === null) retiredSeries.push(event.eventId);
    else if (!latest.has(event.recurringEventId)) removals.add(event.recurringEventId);
  }
  return { upserts, removals: [...removals], retiredSeries };
}
