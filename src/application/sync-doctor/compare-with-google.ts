import { uuidv7 } from "uuidv7";
import { explainFailure, isWorthRetrying } from "@/application/calendar/explain-failure";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { compareCalendar, type Difference } from "@/domain/calendar-sync/compare-calendar";
import { findMissingEdits, readGoogleStory, type ComparedCalendar } from "./read-google-story";
import { readOwnStory } from "./read-own-story";

/** How far ahead the two are compared. */
const AHEAD_MS = 90 * 86_400_000;
/** More would be read by nobody; the mend's whole read knows them all. */
const MOST_KEPT = 200;

/**
 * Compares a calendar at Google with what we know of it and keeps what differs; changes nothing else. Repeatable. Throws
 * what is worth another try; any other failure is kept in words.
 */
export async function compareWithGoogle(app: AppContext, calendarId: string): Promise<void> {
  const calendar = await app.db.calendar.findFirst({
    where: { id: calendarId, goneAt: null, connection: { status: "ACTIVE", access: { not: "LINK" } }, OR: [{ readsBusy: true }, { receivesBookings: true }] },
    select: { id: true, providerId: true, organizationId: true, connectionId: true, externalId: true, timeZone: true, busyKinds: true, readsBusy: true },
  });
  if (calendar === null || app.ports.calendar === null) return;
  const from = app.clock.now();
  const until = from + AHEAD_MS;
  const keep = (row: { compared: number; differences: readonly Difference[]; problem: string | null }) =>
    app.db.calendarComparison.create({
      data: { id: uuidv7(), calendarId, comparedAt: new Date(from), until: new Date(until), compared: row.compared, found: row.differences.length, differences: row.differences.slice(0, MOST_KEPT).map((one) => ({ ...one, here: one.here && { ...one.here }, inGoogle: one.inGoogle && { ...one.inGoogle } })), problem: row.problem },
    });
  try {
    await keep({ ...(await compareSpan(app, calendar, { from, until })), problem: null });
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    await keep({ compared: 0, differences: [], problem: explainFailure(error) });
  }
}

async function compareSpan(app: AppContext, calendar: ComparedCalendar, window: { from: number; until: number }): Promise<{ compared: number; differences: Difference[] }> {
  const google = await readGoogleStory(app, calendar, window);
  // Read after Google's, so that a visit written meanwhile is rather one too many here, and is then looked at by its id.
  const own = await readOwnStory(app, calendar, window, google.visits);
  const shown = new Map(google.visits.map((visit) => [visit.seriesId, visit]));
  const missing = own.visits.filter(({ seriesId }) => !shown.has(seriesId));
  const seen = await findMissingEdits(app, calendar, missing);
  for (const visit of seen.visits) shown.set(visit.seriesId, visit);
  const isEdited = ({ seriesId, bookingId, version, startsAt, endsAt }: (typeof own.visits)[number]) => {
    const event = shown.get(seriesId);
    return event?.bookingId === bookingId && event.bookingVersion === version && (event.startsAt !== startsAt || event.endsAt !== endsAt);
  };
  const differences = compareCalendar({
    visitsHere: own.visits,
    visitsInGoogle: [...shown.values()].flatMap((visit) => {
      const reference = own.references.get(visit.seriesId);
      return reference === undefined || own.unsettled.has(visit.seriesId) ? [] : [{ ...visit, reference }];
    }),
    editedSeries: new Set([...own.edited, ...seen.deleted, ...own.visits.filter(isEdited).map(({ seriesId }) => seriesId)]),
    takenHere: own.taken,
    takenInGoogle: google.taken,
  });
  return { compared: new Set([...own.visits.map(({ seriesId }) => seriesId), ...shown.keys(), ...own.taken.map(({ externalEventId }) => externalEventId), ...google.taken.map(({ externalEventId }) => externalEventId)]).size, differences };
}
