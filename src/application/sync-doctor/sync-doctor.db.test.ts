import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { offlineGoogle } from "@tests/support/google/offline-google";
import { testContext } from "@tests/support/test-context";
import type { Actor, UserActor } from "@/application/shared/actor";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { explainTime } from "./explain-time";
import { getSyncHealth } from "./get-sync-health";
import { listSyncHealth } from "./list-sync-health";
import { replayPushes } from "./replay-pushes";
import { rereadCalendars } from "./reread-calendars";

/** A Tuesday in winter: Berlin is an hour ahead of UTC. */
const NOW = Date.parse("2026-11-24T06:00:00Z");
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const user = (facts: Partial<UserActor>): UserActor => ({ kind: "user", userId: uuidv7(), email: "someone@example.test", name: null, isAdministrator: false, providerId: null, memberships: [], ...facts });
const as = (actor: Actor) => testContext(database, { actor, now: NOW, ports: offlineGoogle() });
const ownerOf = ({ providerId }: BuiltProvider) => as(user({ providerId }));
const jobs = async (like: string) => (await database.pool.query<{ key: string }>("SELECT key FROM graphile_worker.jobs WHERE key LIKE $1", [like])).rows.map(({ key }) => key);

async function refusedVisit(built: BuiltProvider, calendarId: string): Promise<string> {
  const { id, seriesId } = await buildBooking(database.db, built, { startsAt: "2026-11-25T09:00:00Z" });
  await database.db.calendarEventLink.create({ data: { id: uuidv7(), seriesId, bookingId: id, calendarId, eventId: eventIdOf(seriesId), state: "FAILED", attempts: 3, lastError: "Google refused (forbidden)." } });
  return seriesId;
}

test("names what is wrong, with the figures behind it, to the provider and to nobody else's staff", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { calendar: { lastReadAt: minutesAgo(1), syncToken: "t" } });
  await refusedVisit(built, calendarId);
  const health = await getSyncHealth(ownerOf(built), undefined);
  expect(health).toMatchObject({ provider: "Dr Test", mayMend: true, isOff: false, queue: { waiting: 0, refused: 1, lastError: "Google refused (forbidden)." }, connections: [{ state: "active", calendars: [{ lagSeconds: 60 }] }] });
  expect(health.findings).toMatchObject([{ tone: "danger", fix: "replay" }]);
  const desk = user({ memberships: [{ organizationId: built.organizationId, role: "FRONT_DESK" }] });
  expect((await getSyncHealth(as(desk), built.providerId)).mayMend).toBe(false);
  await expect(getSyncHealth(ownerOf(await buildProvider(database.db)), built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test("trying again offers a refused visit anew, and only who may mend", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, {});
  const seriesId = await refusedVisit(built, calendarId);
  const desk = user({ memberships: [{ organizationId: built.organizationId, role: "FRONT_DESK" }] });
  await expect(replayPushes(as(desk), built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await replayPushes(ownerOf(built), undefined)).toEqual({ visits: 1 });
  expect(await database.db.calendarEventLink.findUnique({ where: { seriesId } })).toMatchObject({ state: "PENDING", attempts: 0, lastError: null });
  expect(await jobs(`push:${seriesId}`)).toHaveLength(1);
  expect(await database.db.auditEntry.count({ where: { action: "calendar.replay", subjectId: built.providerId } })).toBe(1);
});

test("reading again forgets how far each calendar was read and asks for a read at once", async () => {
  const built = await buildProvider(database.db);
  const { calendarId, connectionId } = await buildCalendarConnection(database.db, built.providerId, { calendar: { syncToken: "old", lastReadAt: minutesAgo(2) } });
  expect(await rereadCalendars(as(user({ isAdministrator: true })), built.providerId)).toEqual({ calendars: 1 });
  expect(await database.db.calendar.findUnique({ where: { id: calendarId } })).toMatchObject({ syncToken: null, lastReadAt: minutesAgo(2) });
  expect(await jobs(`sync:${calendarId}`)).toHaveLength(1);
  await database.db.calendarConnection.update({ where: { id: connectionId }, data: { status: "RECONNECT_NEEDED" } });
  await expect(rereadCalendars(ownerOf(built), undefined)).rejects.toMatchObject({ code: "CALENDAR_RECONNECT_NEEDED" });
});

test("the administrator sees every connected provider, the worst first", async () => {
  const well = await buildProvider(database.db, { provider: { name: "Dr Well" } });
  await buildCalendarConnection(database.db, well.providerId, { calendar: { lastReadAt: minutesAgo(1) } });
  const broken = await buildProvider(database.db, { provider: { name: "Dr Broken" } });
  await buildCalendarConnection(database.db, broken.providerId, { connection: { status: "RECONNECT_NEEDED" } });
  const { items } = await listSyncHealth(as(user({ isAdministrator: true })));
  const names = items.map(({ owner }) => owner);
  expect(names.indexOf("Dr Broken")).toBeLessThan(names.indexOf("Dr Well"));
  await expect(listSyncHealth(ownerOf(well))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test("says why a time is not offered: the rule, the booking by its reference, the event by its calendar", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { calendar: { name: "Private" } });
  const { reference } = await buildBooking(database.db, built, { startsAt: "2026-11-25T09:00:00Z" });
  await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, providerId: built.providerId, externalEventId: "e", startsAt: new Date("2026-11-25T13:00:00Z"), endsAt: new Date("2026-11-25T14:00:00Z"), kind: "default" } });
  const explain = (localStart: string) => explainTime(ownerOf(built), { service: built.serviceSlug, localStart });
  expect(await explain("2026-11-25T11:00")).toMatchObject({ isOffered: true, block: null, startsAt: "2026-11-25T10:00:00.000Z" });
  expect(await explain("2026-11-25T10:00")).toMatchObject({ isOffered: false, rule: "BUSY", block: { what: `The booking ${reference}`, localFrom: "2026-11-25T10:00", localTo: "2026-11-25T10:30", reference } });
  expect(await explain("2026-11-25T14:30")).toMatchObject({ rule: "BUSY", block: { what: "An event in the Google calendar “Private”", localFrom: "2026-11-25T14:00", reference: null } });
  expect(await explain("2026-11-25T20:00")).toMatchObject({ rule: "OUTSIDE_HOURS", block: null });
});

test("requests that wait for a calendar are counted, for the provider and for administrators", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId, { calendar: { lastReadAt: minutesAgo(1), syncToken: "t" } });
  const request = { status: "PENDING" as const, pendingExpiresAt: new Date(NOW + 3_600_000), calendarWaitSince: minutesAgo(12) };
  await buildBooking(database.db, built, { startsAt: "2026-11-25T09:00:00Z", booking: { ...request, calendarWait: "WAITING" } });
  await buildBooking(database.db, built, { startsAt: "2026-11-25T10:00:00Z", booking: { ...request, calendarWait: "CLASH" } });
  await buildBooking(database.db, built, { startsAt: "2026-11-25T11:00:00Z", booking: { ...request, calendarWaitSince: null } });
  expect((await getSyncHealth(ownerOf(built), undefined)).findings).toMatchObject([{ tone: "danger", title: "1 request clashes with a calendar" }, { tone: "pending", fix: "answer", sentence: expect.stringContaining("It waits for 12 minutes now.") }]);
  const overview = await listSyncHealth(as(user({ isAdministrator: true })));
  expect(overview.items.find(({ ownerId }) => ownerId === built.providerId)).toMatchObject({ requests: 2 });
});
