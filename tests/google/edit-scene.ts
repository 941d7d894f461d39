import { randomBytes } from "node:crypto";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import type { TestDatabase } from "@tests/support/database/create-test-database";
import type { GoogleSandbox } from "@tests/support/google/google-sandbox";
import { runJobs } from "@tests/support/google/run-jobs";
import { requestCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import type { AppContext } from "@/application/shared/context";
import { bookingReference } from "@/domain/booking/booking-reference";
import { eventIdOf } from "@/domain/calendar-sync/event-id";

export const ACCOUNT = "amara.okafor@example.com";
const DAY_MS = 86_400_000;

/** A working hour of the clinic a week from now, as an instant. */
export const atHour = (hour: number, days = 7): Date => new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + days * DAY_MS + hour * 3_600_000);

export interface EditScene {
  readonly built: BuiltProvider;
  readonly calendarId: string;
  /** Google's id of the calendar. */
  readonly externalId: string;
  readonly app: AppContext;
  visitAt(startsAt: Date, overrides?: Parameters<typeof buildVisit>[2], jobs?: { retries: boolean }): Promise<{ seriesId: string; eventId: string; reference: string; providerId: string }>;
  /** Moves an event as a person does. */
  move(visit: { eventId: string }, startsAt: Date, minutes?: number): Promise<unknown>;
  remove(visit: { eventId: string }): Promise<unknown>;
  /** Reads what changed and does the work that is due. */
  sync(): Promise<void>;
  /** Lets every undo window pass and does what then is due. */
  passWindows(): Promise<void>;
  current(visit: { seriesId: string }): ReturnType<typeof currentOf>;
  edits(visit: { seriesId: string }): ReturnType<typeof editsOf>;
  eventOf(visit: { eventId: string }): Promise<{ status: string; startsAt: number; endsAt: number }>;
  /** The changes of a visit that patients are to be told of, in order. */
  told(visit: { seriesId: string }): Promise<string[]>;
}

/** A provider with a calendar of their own in the sandbox. */
export async function editScene(database: TestDatabase, google: GoogleSandbox, app: AppContext): Promise<EditScene> {
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  await syncCalendar(app, calendarId);
  const sync = async () => {
    await syncCalendar(app, calendarId);
    await runJobs(app);
  };
  return {
    built,
    calendarId,
    externalId,
    app,
    async visitAt(startsAt, overrides = {}, jobs = { retries: false }) {
      const visit = await buildVisit(database.db, built, { startsAt, mode: "IN_PERSON", reference: bookingReference(randomBytes(16)), ...overrides });
      await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
      await runJobs(app, jobs);
      return { seriesId: visit.seriesId, eventId: eventIdOf(visit.seriesId), reference: visit.reference, providerId: built.providerId };
    },
    move: ({ eventId }, startsAt, minutes = 30) => google.changeEvent(ACCOUNT, eventId, { start: { dateTime: startsAt.toISOString() }, end: { dateTime: new Date(startsAt.getTime() + minutes * 60_000).toISOString() } }, externalId),
    remove: ({ eventId }) => google.deleteEvent(ACCOUNT, eventId, externalId),
    sync,
    async passWindows() {
      await database.db.calendarEdit.updateMany({ where: { providerId: built.providerId, state: "WAITING" }, data: { applyAt: new Date() } });
      await database.pool.query(`UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'settle-edit:%'`);
      await runJobs(app);
      await sync();
    },
    current: (visit) => currentOf(database, visit.seriesId),
    edits: (visit) => editsOf(database, visit.seriesId),
    async eventOf({ eventId }) {
      const event = (await google.events(ACCOUNT, externalId)).find(({ id }) => id === eventId);
      return { status: event?.status ?? "none", startsAt: Date.parse(event?.start.dateTime ?? ""), endsAt: Date.parse(event?.end.dateTime ?? "") };
    },
    async told({ seriesId }) {
      const { rows } = await database.pool.query<{ change: string }>(
        `SELECT j.payload->>'change' AS change FROM graphile_worker._private_jobs j JOIN booking b ON b.id::text = j.payload->>'bookingId'
         WHERE b.series_id = $1 AND j.key LIKE 'announce:%' ORDER BY j.id`,
        [seriesId],
      );
      return rows.map(({ change }) => change);
    },
  };
}

const currentOf = ({ db }: TestDatabase, seriesId: string) => db.booking.findFirstOrThrow({ where: { seriesId, status: { not: "RESCHEDULED" } } });
const editsOf = ({ db }: TestDatabase, seriesId: string) => db.calendarEdit.findMany({ where: { seriesId }, orderBy: { seenAt: "asc" } });
