import type { AppContext } from "@/application/shared/context";
import type { RemoteEvent } from "@/application/shared/ports";
import { compareEvent, type EventOperation } from "@/domain/calendar-sync/compare-event";
import { seriesOfEvent } from "@/domain/calendar-sync/event-id";
import { isSameSpan } from "@/domain/calendar-sync/event-span";
import type { SyncState } from "@/generated/prisma/enums";
import type { Tx } from "@/platform/db";
import { brakeDeletions } from "./brake-deletions";
import { findOpenEdit, findRefusedEdit, flagEdit, proposeEdit, readEdit, withdrawEdit, type EditedVisit } from "./edit-rows";
import { sidesOf, type VisitFacts } from "./event-sides";
import { letGo } from "./let-go";
import { pushAgain } from "./push-again";

interface Visit extends EditedVisit, VisitFacts {}

interface OwnEvent {
  readonly linkId: string;
  readonly state: SyncState;
  readonly etag: string | null;
  readonly syncedVersion: number | null;
  readonly baseStartsAt: Date | null;
  readonly baseEndsAt: Date | null;
  readonly visit: Visit;
}

/**
 * Takes in what Google shows of the events of our own bookings in one calendar, in the caller's transaction. Versions
 * seen before are passed over, so echoes, repeated pages and whole reads change nothing. Of an event that is shown
 * twice the last counts.
 */
export async function receiveEvents(app: AppContext, tx: Tx, calendarId: string, events: readonly RemoteEvent[]): Promise<void> {
  const shown = new Map(events.filter(({ eventId }) => seriesOfEvent(eventId) !== null).map((event) => [event.eventId, event]));
  if (shown.size === 0) return;
  const news = await tx.$queryRaw<{ id: string }[]>`
    SELECT link.id FROM calendar_event_link AS link
    JOIN unnest(${[...shown.keys()]}::text[], ${[...shown.values()].map(({ etag }) => etag)}::text[]) AS shown (event_id, etag) ON shown.event_id = link.event_id
    WHERE link.calendar_id = ${calendarId}::uuid AND link.etag IS DISTINCT FROM shown.etag
    ORDER BY link.id FOR UPDATE OF link`;
  if (news.length === 0) return;
  // A second statement: whoever waited for a lock must see what was committed meanwhile.
  const links = await tx.calendarEventLink.findMany({
    where: { id: { in: news.map(({ id }) => id) }, calendarId },
    select: {
      id: true, eventId: true, state: true, etag: true, syncedVersion: true, baseStartsAt: true, baseEndsAt: true,
      booking: { select: { id: true, seriesId: true, providerId: true, status: true, version: true, startsAt: true, endsAt: true, createdAt: true } },
    },
    orderBy: { id: "asc" },
  });
  for (const { id, eventId, booking, ...link } of links) {
    const event = shown.get(eventId);
    const visit = { ...booking, startsAt: booking.startsAt.getTime(), endsAt: booking.endsAt.getTime(), createdAt: booking.createdAt.getTime() };
    if (event !== undefined && event.etag !== link.etag) await receiveEvent(app, tx, { ...link, linkId: id, visit }, event);
  }
  await brakeAmong(app, tx, links.map(({ booking }) => booking.seriesId));
}

/** Looks whether the deletions among these series are too many together with what was deleted before. */
async function brakeAmong(app: AppContext, tx: Tx, seriesIds: string[]): Promise<void> {
  const deleted = await tx.calendarEdit.findMany({ where: { seriesId: { in: seriesIds }, kind: "CANCEL", state: "WAITING" }, select: { providerId: true, kind: true, seenAt: true } });
  const [first] = deleted;
  if (first !== undefined) await brakeDeletions(app, tx, first.providerId, deleted);
}

/** Takes in one version of an event, its link being locked. */
async function receiveEvent(app: AppContext, tx: Tx, own: OwnEvent, event: RemoteEvent): Promise<void> {
  const { visit, baseStartsAt, baseEndsAt } = own;
  const base = baseStartsAt && baseEndsAt && { startsAt: baseStartsAt.getTime(), endsAt: baseEndsAt.getTime() };
  const open = await findOpenEdit(tx, visit.seriesId);
  const refused = await findRefusedEdit(tx, visit, own.state);
  const sides = sidesOf({ state: own.state, etag: own.etag, syncedVersion: own.syncedVersion, base }, visit, event, app.clock.now(), await wasEndedByEdit(tx, visit.id));
  await tx.calendarEventLink.update({ where: { id: own.linkId }, data: { etag: event.etag, isDeclined: event.hasDeclined } });
  for (const operation of compareEvent(sides, open && readEdit(open), refused && readEdit(refused))) await carryOut(app, tx, operation, own, event);
}

async function carryOut(app: AppContext, tx: Tx, operation: EventOperation, own: OwnEvent, event: RemoteEvent): Promise<void> {
  switch (operation.do) {
    case "withdraw":
      return withdrawEdit(tx, own.visit.seriesId);
    case "propose":
      return proposeEdit(app, tx, own.visit, operation.edit);
    case "flag":
      return flagEdit(app, tx, own.visit, operation.edit, operation.because);
    case "push":
      return pushAgain(tx, own.visit);
    case "let-go":
    case "adopt":
      return adopt(tx, own, event);
  }
}

/** Both sides agree. What the event remembers of our writing may still be older than the booking: then it is written again. */
async function adopt(tx: Tx, { linkId, visit }: OwnEvent, event: RemoteEvent): Promise<void> {
  if (event.status === "cancelled") return letGo(tx, visit.seriesId);
  const isTimeOurs = event.written === null || isSameSpan(event.written, visit);
  const isWritten = event.bookingId === visit.id && event.bookingVersion === visit.version;
  await tx.calendarEventLink.update({
    where: { id: linkId },
    data: {
      baseStartsAt: isTimeOurs ? new Date(visit.startsAt) : null,
      baseEndsAt: isTimeOurs ? new Date(visit.endsAt) : null,
      ...(isWritten && { state: "SYNCED", syncedVersion: visit.version, attempts: 0, lastError: null }),
    },
  });
  if (!isTimeOurs) await pushAgain(tx, visit);
}

/** Whether a booking was cancelled because its event was deleted. */
async function wasEndedByEdit(tx: Tx, bookingId: string): Promise<boolean> {
  return (await tx.calendarEdit.count({ where: { resultBookingId: bookingId, kind: "CANCEL", state: "APPLIED" } })) > 0;
}
