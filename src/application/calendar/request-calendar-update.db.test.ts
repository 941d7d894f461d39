import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { eventually } from "@tests/support/eventually";
import { requestCalendarUpdate } from "./request-calendar-update";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

async function jobsOf(providerId: string) {
  const { rows } = await database.pool.query<{ task_identifier: string; key: string }>("SELECT task_identifier, key FROM graphile_worker.jobs WHERE queue_name = $1 ORDER BY key", [`calendar:${providerId}`]);
  return rows.map((row) => `${row.task_identifier} ${row.key}`);
}

const facts = async (seriesId: string) => ({
  link: await database.db.calendarEventLink.findUnique({ where: { seriesId } }),
  meet: await database.db.meetLink.findUnique({ where: { seriesId } }),
});

test("a confirmed online visit gets an event, a Meet link to wait for, and one job however often it is asked", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId);
  const visit = await buildVisit(database.db, built);
  for (let i = 0; i < 3; i += 1) expect(await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit))).toEqual({ awaitsMeetLink: true });
  expect(await facts(visit.seriesId)).toMatchObject({ link: { state: "PENDING", calendarId, bookingId: visit.id }, meet: { state: "PENDING", source: "CALENDAR" } });
  expect(await jobsOf(built.providerId)).toEqual([`calendar.push-event push:${visit.seriesId}`]);
});

test("nothing is asked when the transaction rolls back", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId);
  const visit = await buildVisit(database.db, built);
  await expect(
    database.db.$transaction(async (tx) => {
      await requestCalendarUpdate(tx, visit);
      throw new Error("rolled back");
    }),
  ).rejects.toThrow("rolled back");
  expect(await facts(visit.seriesId)).toEqual({ link: null, meet: null });
  expect(await jobsOf(built.providerId)).toEqual([]);
});

test("without a Google account an online visit says why there is no link, and no job runs", async () => {
  const built = await buildProvider(database.db);
  const visit = await buildVisit(database.db, built);
  expect(await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit))).toEqual({ awaitsMeetLink: false });
  const { link, meet } = await facts(visit.seriesId);
  expect(link).toBeNull();
  expect(meet).toMatchObject({ state: "FAILED" });
  expect(meet?.lastError).toContain("No Google account is connected");
  expect(await jobsOf(built.providerId)).toEqual([]);
});

test("with an account but no calendar to write to, a Meet space is made", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId, { calendar: { receivesBookings: false } });
  const visit = await buildVisit(database.db, built);
  expect(await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit))).toEqual({ awaitsMeetLink: true });
  expect(await facts(visit.seriesId)).toMatchObject({ link: null, meet: { state: "PENDING", source: "SPACE" } });
  expect(await jobsOf(built.providerId)).toEqual([`meet.create-space space:${visit.seriesId}`]);
});

test("a disconnected account counts as none, one that must be connected again keeps the wish", async () => {
  const gone = await buildProvider(database.db);
  await buildCalendarConnection(database.db, gone.providerId, { connection: { status: "DISCONNECTED" } });
  const first = await buildVisit(database.db, gone, { mode: "IN_PERSON" });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, first));
  expect(await facts(first.seriesId)).toEqual({ link: null, meet: null });

  const paused = await buildProvider(database.db);
  await buildCalendarConnection(database.db, paused.providerId, { connection: { status: "RECONNECT_NEEDED" } });
  const second = await buildVisit(database.db, paused, { mode: "IN_PERSON" });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, second));
  expect(await facts(second.seriesId)).toMatchObject({ link: { state: "PENDING" }, meet: null });
});

test("a moved visit keeps its event and a link that is ready", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId);
  const before = await buildVisit(database.db, built);
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, before));
  await database.db.calendarEventLink.update({ where: { seriesId: before.seriesId }, data: { state: "SYNCED", syncedVersion: 1, etag: "e1" } });
  await database.db.meetLink.update({ where: { seriesId: before.seriesId }, data: { state: "READY", url: "https://meet.google.com/abc" } });
  await database.db.booking.update({ where: { id: before.id }, data: { status: "RESCHEDULED" } });
  const after = await buildVisit(database.db, built, { seriesId: before.seriesId, startsAt: new Date("2030-01-08T09:00:00Z") });
  expect(await database.db.$transaction((tx) => requestCalendarUpdate(tx, after))).toEqual({ awaitsMeetLink: false });
  expect(await facts(before.seriesId)).toMatchObject({ link: { state: "PENDING", bookingId: after.id, syncedVersion: 1, etag: "e1" }, meet: { state: "READY", url: "https://meet.google.com/abc" } });
});

test("whoever read the visit before it was moved asks for where it stands now", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId);
  const before = await buildVisit(database.db, built);
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, before));
  await database.db.booking.update({ where: { id: before.id }, data: { status: "RESCHEDULED" } });
  const after = await buildVisit(database.db, built, { seriesId: before.seriesId, startsAt: new Date("2030-01-08T09:00:00Z") });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, after));
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, before));
  expect(await facts(before.seriesId)).toMatchObject({ link: { bookingId: after.id }, meet: { state: "PENDING" } });
});

test.each([["that has an event", true], ["that has none yet", false]])("a move under way of a visit %s is waited for", async (_which, isLinked) => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId);
  const before = await buildVisit(database.db, built);
  if (isLinked) await database.db.$transaction((tx) => requestCalendarUpdate(tx, before));
  const { asked, after } = await database.db.$transaction(async (tx) => {
    await tx.booking.update({ where: { id: before.id }, data: { status: "RESCHEDULED" } });
    const after = await tx.booking.create({ data: { ...before, id: uuidv7() } });
    await requestCalendarUpdate(tx, after);
    const asked = database.db.$transaction((other) => requestCalendarUpdate(other, before));
    await eventually("the other request to wait", async () => (await database.pool.query("SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'")).rowCount === 1);
    return { asked, after };
  });
  await asked;
  expect(await facts(before.seriesId)).toMatchObject({ link: { bookingId: after.id } });
});

test("a cancellation asks for removal only where there is an event", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId);
  const unseen = await buildVisit(database.db, built, { status: "CANCELLED" });
  expect(await database.db.$transaction((tx) => requestCalendarUpdate(tx, unseen))).toEqual({ awaitsMeetLink: false });
  expect(await jobsOf(built.providerId)).toEqual([]);

  const visit = await buildVisit(database.db, built);
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  await database.pool.query("SELECT graphile_worker.remove_job($1)", [`push:${visit.seriesId}`]);
  await database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED" } });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  expect(await facts(visit.seriesId)).toMatchObject({ link: { state: "PENDING" } });
  expect(await jobsOf(built.providerId)).toEqual([`calendar.push-event push:${visit.seriesId}`]);
});
