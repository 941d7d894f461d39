import type { AppContext } from "@/application/shared/context";
import type { ComparedVisit, TakenTime } from "@/domain/calendar-sync/compare-calendar";
import { hasEvent } from "@/domain/calendar-sync/plan-push";
import type { ComparedCalendar, ShownVisit } from "./read-google-story";

export interface WrittenVisit extends ComparedVisit {
  readonly eventId: string;
  readonly bookingId: string;
  readonly version: number;
}

export interface OwnStory {
  readonly visits: WrittenVisit[];
  readonly taken: TakenTime[];
  /** References of all series that either side names and that bookings of this owner go to. */
  readonly references: ReadonlyMap<string, string>;
  /** Series whose event waits to be written or taken away, or was refused: the write queue tells of them. */
  readonly unsettled: ReadonlySet<string>;
  /** Series of which an edit made in Google waits, or whose end was one, so that their event coming back is one again. */
  readonly edited: ReadonlySet<string>;
}

/** What we believe stands in a calendar between two instants (epoch ms), and what is known of the visits Google shows there. */
export async function readOwnStory(app: AppContext, calendar: ComparedCalendar, { from, until }: { from: number; until: number }, shown: readonly ShownVisit[]): Promise<OwnStory> {
  const within = { startsAt: { lt: new Date(until) }, endsAt: { gt: new Date(from) } };
  const [links, busy, leftovers] = await Promise.all([
    app.db.calendarEventLink.findMany({
      where: { OR: [{ calendarId: calendar.id, booking: within }, { seriesId: { in: shown.map(({ seriesId }) => seriesId) } }] },
      select: { seriesId: true, calendarId: true, eventId: true, state: true, booking: { select: { id: true, reference: true, version: true, status: true, startsAt: true, endsAt: true } } },
    }),
    calendar.readsBusy ? app.db.busyInterval.findMany({ where: { calendarId: calendar.id, ...within }, select: { externalEventId: true, startsAt: true, endsAt: true } }) : [],
    app.db.calendarEventLeftover.findMany({ where: { calendarId: calendar.id }, select: { seriesId: true } }),
  ]);
  const edits = await app.db.calendarEdit.findMany({
    where: { seriesId: { in: links.map(({ seriesId }) => seriesId) }, OR: [{ state: { in: ["WAITING", "ASKED"] } }, { kind: "CANCEL", state: "APPLIED", resultBookingId: { in: links.map(({ booking }) => booking.id) } }] },
    select: { seriesId: true },
  });
  const here = links.filter((link) => link.calendarId === calendar.id);
  const expected = here.filter(({ state, booking }) => state === "SYNCED" && hasEvent(booking.status));
  return {
    visits: expected.map(({ seriesId, eventId, booking }) => ({ seriesId, eventId, reference: booking.reference, bookingId: booking.id, version: booking.version, startsAt: booking.startsAt.getTime(), endsAt: booking.endsAt.getTime() })),
    taken: busy.map((row) => ({ externalEventId: row.externalEventId, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() })),
    // A clinic's calendar receives no bookings: what its providers' bookings left there is nobody's story.
    references: calendar.providerId === null ? new Map() : new Map([...(await findUnlinked(app, calendar.providerId, shown, links)), ...links.map((link) => [link.seriesId, link.booking.reference] as const)]),
    unsettled: new Set([...here.filter(({ state }) => state === "PENDING" || state === "FAILED"), ...leftovers].map(({ seriesId }) => seriesId)),
    edited: new Set(edits.map(({ seriesId }) => seriesId)),
  };
}

/** Bookings without a link of which Google shows an event all the same. */
async function findUnlinked(app: AppContext, providerId: string, shown: readonly ShownVisit[], links: readonly { seriesId: string }[]): Promise<[string, string][]> {
  const linked = new Set(links.map(({ seriesId }) => seriesId));
  const unlinked = shown.map(({ seriesId }) => seriesId).filter((seriesId) => !linked.has(seriesId));
  if (unlinked.length === 0) return [];
  const bookings = await app.db.booking.findMany({ where: { providerId, seriesId: { in: unlinked } }, select: { seriesId: true, reference: true }, orderBy: { id: "asc" } });
  return bookings.map(({ seriesId, reference }) => [seriesId, reference]);
}
