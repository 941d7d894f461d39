import { uuidv7 } from "uuidv7";
import { beforeEach, expect, test } from "vitest";
import { providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { newSeries } from "@/application/booking/insert-booking";
import { pollCalendars } from "@/application/calendar/poll-calendars";
import { requestCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { actingAs } from "@/application/shared/context";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { compareCalendars } from "./compare-calendars";
import { compareWithGoogle } from "./compare-with-google";
import { getSyncHealth } from "./get-sync-health";
import { mendDifferences } from "./mend-differences";

const AMARA = "amara.okafor@example.com";
const HOUR_MS = 3_600_000;
const DAY_START = Math.ceil(Date.now() / (24 * HOUR_MS)) * 24 * HOUR_MS;
const at = (hours: number) => new Date(DAY_START + hours * HOUR_MS);
let now = Date.now;
const { database, google } = await openGoogle();
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => now(), ports: google.ports });

beforeEach(async () => {
  now = Date.now;
  await google.clearFaults();
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
});

/** A provider whose calendar was read and holds three visits and one other event. */
async function inStep() {
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(AMARA, `Practice ${uuidv7().slice(-6)}`);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(AMARA)), connection: { accountEmail: AMARA, accountSubject: uuidv7() }, calendar: { externalId } });
  const [first, second, third] = [await written(built, 24), await written(built, 48), await written(built, 72)];
  const lunch = await google.addEvent(AMARA, timed(26), externalId);
  await runJobs(app);
  await syncCalendar(app, calendarId);
  const owner = actingAs(app, providerActor(built));
  const seen = async () => (await getSyncHealth(owner, undefined)).connections.flatMap(({ calendars }) => calendars)[0]?.comparison ?? null;
  const told = async () => (await seen())?.differences.map(({ kind, reference, isEdit }) => [kind, reference, isEdit]);
  return { built, calendarId, externalId, owner, first, second, third, lunch, seen, told };
}

async function written(built: BuiltProvider, hours: number) {
  const visit = await buildVisit(database.db, built, { startsAt: at(hours), mode: "IN_PERSON", reference: newSeries().reference });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  return visit;
}
const timed = (hours: number) => ({ summary: "Private", start: { dateTime: at(hours).toISOString() }, end: { dateTime: at(hours + 1).toISOString() } });
const standing = async (externalId: string) => (await google.events(AMARA, externalId)).filter(({ status }) => status !== "cancelled");

test("two sides in step differ in nothing, which is written down", async () => {
  const { calendarId, seen, owner } = await inStep();
  await compareWithGoogle(app, calendarId);
  expect(await seen()).toMatchObject({ compared: 4, found: 0, differences: [], problem: null, mendedAt: null });
  expect((await getSyncHealth(owner, undefined)).findings.filter(({ fix }) => fix === "mend")).toEqual([]);
});

test("what was lost on either side is listed and mended", async () => {
  const { built, calendarId, externalId, owner, first, second, lunch, seen, told } = await inStep();
  // Behind our back, no push arriving: other time taken, and other time free again.
  await google.deleteEvent(AMARA, lunch.id, externalId);
  await google.addEvent(AMARA, timed(30), externalId);
  // Ours say that they were written: one never was, one stands at its old time, and one ended while its event stayed.
  const lost = await buildVisit(database.db, built, { startsAt: at(100), mode: "IN_PERSON" });
  await database.db.calendarEventLink.create({ data: { id: uuidv7(), seriesId: lost.seriesId, bookingId: lost.id, calendarId, eventId: eventIdOf(lost.seriesId), state: "SYNCED", syncedVersion: lost.version } });
  await database.db.booking.update({ where: { id: first.id }, data: { startsAt: at(25), endsAt: at(25.5), blockedFrom: at(25), blockedTo: at(25.5), version: { increment: 1 } } });
  await database.db.calendarEventLink.update({ where: { seriesId: first.seriesId }, data: { syncedVersion: first.version + 1 } });
  await database.db.booking.update({ where: { id: second.id }, data: { status: "CANCELLED" } });
  await database.db.calendarEventLink.update({ where: { seriesId: second.seriesId }, data: { state: "REMOVED", syncedVersion: null } });

  await compareWithGoogle(app, calendarId);
  expect(await told()).toEqual([
    ["visit-moved", first.reference, false],
    ["busy-extra", null, false],
    ["busy-missing", null, false],
    ["visit-extra", second.reference, false],
    ["visit-missing", lost.reference, false],
  ]);
  expect((await getSyncHealth(owner, undefined)).findings).toMatchObject([{ fix: "mend", title: expect.stringContaining("5 things") }]);

  expect(await mendDifferences(owner, undefined)).toEqual({ differences: 5 });
  await runJobs(app);
  expect(await seen()).toMatchObject({ found: 0, problem: null });
  expect((await standing(externalId)).map(({ start }) => Date.parse(start.dateTime ?? "")).toSorted()).toEqual([25, 30, 72, 100].map((hours) => at(hours).getTime()));
  expect(await database.db.busyInterval.findMany({ where: { calendarId } })).toMatchObject([{ startsAt: at(30) }]);
  // Nothing is left to mend: asking again does nothing.
  expect(await mendDifferences(owner, undefined)).toEqual({ differences: 0 });
});

test("what a person changed in Google is called an edit, and mending does not write over it", async () => {
  const { calendarId, externalId, owner, first, second, told } = await inStep();
  await google.changeEvent(AMARA, eventIdOf(first.seriesId), timed(33), externalId);
  await google.deleteEvent(AMARA, eventIdOf(second.seriesId), externalId);
  await compareWithGoogle(app, calendarId);
  expect(await told()).toEqual([
    ["visit-moved", first.reference, true],
    ["visit-missing", second.reference, true],
  ]);
  await mendDifferences(owner, undefined);
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).toMatchObject({ syncToken: null });
  await runJobs(app);
  const times = (await standing(externalId)).map(({ start }) => Date.parse(start.dateTime ?? ""));
  expect(times).toContain(at(33).getTime());
  expect(times).not.toContain(at(48).getTime());
  // They wait for the undo window now, and are still called edits; then the provider's rules decide, and both sides agree.
  expect((await told())?.map(([, , isEdit]) => isEdit)).toEqual([true, true]);
  now = () => Date.now() + 10 * 60_000;
  await runJobs(app);
  expect(await database.db.booking.findFirstOrThrow({ where: { seriesId: second.seriesId }, orderBy: { id: "desc" } })).toMatchObject({ status: "CANCELLED" });
  await compareWithGoogle(app, calendarId);
  expect(await told()).toEqual([]);
});

test("an event that stands twice after a change of calendars is taken out of the old one", async () => {
  const { built, calendarId, externalId, owner, third, told } = await inStep();
  const other = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(AMARA)), connection: { accountSubject: uuidv7() }, calendar: { externalId: await google.addCalendar(AMARA, "Other"), receivesBookings: false } });
  await database.db.calendarEventLink.update({ where: { seriesId: third.seriesId }, data: { calendarId: other.calendarId } });
  await compareWithGoogle(app, calendarId);
  expect(await told()).toEqual([["visit-extra", third.reference, false]]);
  await mendDifferences(owner, undefined);
  await runJobs(app);
  expect(await standing(externalId)).toHaveLength(3);
  expect(await told()).toEqual([]);
});

test("asked for by hand by those who may, and once a night by itself", async () => {
  const { built, calendarId, owner } = await inStep();
  const stranger = actingAs(app, providerActor(await buildProvider(database.db)));
  await expect(compareCalendars(stranger, built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(mendDifferences(stranger, built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await compareCalendars(owner, undefined)).toEqual({ calendars: 1 });
  expect(await runJobs(app)).toEqual(["calendar.compare"]);

  const nightly = async (clock: string) => {
    now = () => Date.parse(clock);
    await pollCalendars(app);
    const { rows } = await database.pool.query<{ key: string }>("DELETE FROM graphile_worker._private_jobs WHERE key LIKE 'compare:%' RETURNING key");
    return rows.filter(({ key }) => key === `compare:${calendarId}`).length;
  };
  const night = new Date(DAY_START + 3 * 24 * HOUR_MS).toISOString().slice(0, 11);
  expect(await nightly(`${night}00:30:00Z`)).toBe(0);
  expect(await nightly(`${night}04:30:00Z`)).toBe(1);
  expect(await nightly(`${night}12:00:00Z`)).toBe(0);
  await database.db.calendarComparison.create({ data: { id: uuidv7(), calendarId, comparedAt: new Date(`${night}03:00:00Z`), until: at(0), compared: 0, found: 0, differences: [] } });
  expect(await nightly(`${night}04:30:00Z`)).toBe(0);
});

test("a calendar that cannot be looked at says so in words", async () => {
  const { calendarId, seen } = await inStep();
  await google.fault({ match: "/events", method: "GET", times: 1, status: 404, reason: "notFound" });
  await compareWithGoogle(app, calendarId);
  expect(await seen()).toMatchObject({ found: 0, problem: expect.stringContaining("no longer") });
});
