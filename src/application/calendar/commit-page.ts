import { lookForMissing } from "@/application/calendar-edits/look-for-missing";
import { receiveEvents } from "@/application/calendar-edits/receive-events";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { RemoteEvent } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { spanOfEvent } from "@/domain/calendar-sync/busy-from-event";
import { readBusyKinds } from "@/domain/calendar-sync/busy-kinds";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { isSameSpan } from "@/domain/calendar-sync/event-span";
import { planIngest, writtenForSeries } from "@/domain/calendar-sync/plan-ingest";
import type { Db, Tx } from "@/platform/db";
import { calendarQueue, ownerIdOf, type CalendarOwner } from "./calendar-queue";
import { ingestBusy, sweepBusy } from "./ingest-busy";
import { lockWhileListened } from "./lock-while-listened";
import { readyMeetLink } from "./record-meet";

export interface PageTarget extends CalendarOwner {
  readonly id: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly timeZone: string;
  /** Whether its events block bookings; else it is followed for the events of bookings alone. */
  readonly readsBusy: boolean;
  /** As stored; what they mean is in domain/calendar-sync/busy-kinds.ts. */
  readonly busyKinds: string[];
  readonly syncToken: string | null;
  /** As it was when the read began. */
  readonly generation: number;
}

export interface PagePlace {
  /** In a whole read: the ids shown so far, our own events included, to which this page adds. Null in a read of changes. */
  readonly seen: string[] | null;
  /** How many events the read has shown so far, these included. */
  readonly eventsSoFar: number;
  /** On the last page: the token to save, if it still follows `previousToken`. */
  readonly finish: { readonly syncToken: string | null; readonly previousToken: string | null; /** When the read began, epoch ms: what changed since may be missing in it. */ readonly startedAt: number; /** The zone had changed: everything is to be read anew. */ readonly readsAgain?: boolean } | null;
}

/** Commits one page. False when the calendar was disconnected or put to another use since the read began: nothing was written. */
export async function commitPage(app: AppContext, target: PageTarget, events: readonly RemoteEvent[], place: PagePlace): Promise<boolean> {
  return inTransaction(app, async (tx) => {
    const use = await lockWhileListened(tx, target.id);
    if (use?.generation !== target.generation) return false;
    const own = await findOwnSeries(tx, target, events);
    const takenOver = await findTakenOver(tx, target, events);
    const plan = planIngest(events, target.timeZone, readBusyKinds(target.busyKinds), (event) => own.has(writtenForSeries(event) ?? "") || takenOver.has(event.eventId));
    const upserts = target.readsBusy ? plan.upserts : [];
    // A whole read needs no removals: its sweep takes away all that was not shown.
    await ingestBusy(tx, target, place.seen === null ? { ...plan, upserts } : { upserts, removals: [], retiredSeries: [] });
    place.seen?.push(...upserts.map((row) => row.externalEventId), ...[...own].map(eventIdOf));
    await noteMeetLinks(app, tx, events, own);
    await receiveEvents(app, tx, target.id, events);
    if (place.finish === null) {
      if (place.seen !== null) await noteProgress(tx, target.id, place.eventsSoFar);
      return true;
    }
    if (place.seen !== null) {
      await sweepBusy(tx, target.id, place.seen);
      await lookForMissing(app, tx, target.id, place.seen);
    }
    await tx.calendar.updateMany({
      // Read by other rules than hold now, it has to be read again: the token is not kept.
      where: { id: target.id, syncToken: place.finish.previousToken, busyKinds: { equals: target.busyKinds } },
      data: { syncToken: place.finish.readsAgain ? null : place.finish.syncToken, timeZone: target.timeZone, lastReadAt: new Date(place.finish.startedAt), lastError: null, lastErrorAt: null },
    });
    if (place.finish.readsAgain) await enqueue(tx, "calendar.sync", { calendarId: target.id }, { key: `sync:${target.id}`, queue: calendarQueue(ownerIdOf(target)) });
    return true;
  });
}

/** How far the first read has come; nothing in later ones. */
async function noteProgress(tx: Tx, calendarId: string, eventsSoFar: number): Promise<void> {
  await tx.calendar.updateMany({ where: { id: calendarId, lastReadAt: null, firstReadEvents: { lt: eventsSoFar } }, data: { firstReadEvents: eventsSoFar } });
}

/**
 * Series of this owner among the events that look like ours; another provider's booking in a shared account is busy time.
 * To a clinic's calendar the bookings of all its providers are its own: they take their provider's time, not everybody's.
 */
export async function findOwnSeries(tx: Tx | Db, { providerId, organizationId }: CalendarOwner, events: readonly Pick<RemoteEvent, "eventId" | "seriesId">[]): Promise<ReadonlySet<string>> {
  const candidates = [...new Set(events.map(writtenForSeries).filter((seriesId) => seriesId !== null))];
  if (candidates.length === 0) return new Set();
  const rows = await tx.booking.findMany({ where: { seriesId: { in: candidates }, ...(providerId === null ? { provider: { organizationId } } : { providerId }) }, select: { seriesId: true }, distinct: ["seriesId"] });
  return new Set(rows.map((row) => row.seriesId));
}

/**
 * Events that became bookings: the booking takes the time. One that was moved since is taken over no more: the booking stayed
 * where it was, and the time the event has now is taken besides.
 */
async function findTakenOver(tx: Tx, { id: calendarId, timeZone }: PageTarget, events: readonly RemoteEvent[]): Promise<ReadonlySet<string>> {
  const rows = await tx.importedEvent.findMany({ where: { calendarId, eventId: { in: events.map(({ eventId }) => eventId) } }, select: { eventId: true, booking: { select: { startsAt: true, endsAt: true } } } });
  const spans = new Map(events.map((event) => [event.eventId, spanOfEvent(event, timeZone)]));
  // The row that the import wrote: a booking that moves goes on in another one.
  return new Set(rows.filter(({ eventId, booking }) => isSameSpan(spans.get(eventId) ?? null, { startsAt: booking.startsAt.getTime(), endsAt: booking.endsAt.getTime() })).map(({ eventId }) => eventId));
}

/** An echo of our own event may carry the Meet link we wait for, or had given up. */
async function noteMeetLinks(app: AppContext, tx: Tx, events: readonly RemoteEvent[], own: ReadonlySet<string>): Promise<void> {
  const urls = new Map<string, string>();
  for (const event of events) {
    const seriesId = writtenForSeries(event);
    if (event.meet?.url != null && event.status !== "cancelled" && seriesId !== null && own.has(seriesId)) urls.set(seriesId, event.meet.url);
  }
  if (urls.size === 0) return;
  const awaited = await tx.meetLink.findMany({ where: { seriesId: { in: [...urls.keys()] }, state: { not: "READY" }, source: "CALENDAR" }, select: { seriesId: true } });
  for (const { seriesId } of awaited) {
    const booking = await tx.booking.findFirst({ where: { seriesId, status: "CONFIRMED" }, select: { id: true, seriesId: true, providerId: true, version: true } });
    const url = urls.get(seriesId);
    if (booking !== null && url !== undefined) await readyMeetLink(app, tx, booking, { url });
  }
}
