import { beforeEach, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { pushBookingToCalendar } from "./push-booking-to-calendar";
import { requestCalendarUpdate } from "./request-calendar-update";
import { commitPage } from "./commit-page";
import { syncCalendar } from "./sync-calendar";

const ACCOUNT = "amara.okafor@example.com";
const { database, google } = await openGoogle({}, { timeoutMs: 20_000 });
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });

beforeEach(async () => {
  await google.clearFaults();
  await google.clearRequests();
});

/** A provider who reads a fresh Google calendar in Berlin. */
async function connected() {
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const ids = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  const add = (event: object) => google.addEvent(ACCOUNT, event, externalId);
  const busy = async () => (await database.db.busyInterval.findMany({ where: { calendarId: ids.calendarId }, orderBy: { startsAt: "asc" } })).map((row) => `${row.startsAt.toISOString()}/${row.endsAt.toISOString()}`);
  const change = (method: string, id: string, body?: object) =>
    fetch(`${google.origin}/_sandbox/calendar/events/${id}?account=${ACCOUNT}&calendar=${encodeURIComponent(externalId)}`, { method, ...(body && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) });
  const token = async () => (await database.db.calendar.findUniqueOrThrow({ where: { id: ids.calendarId } })).syncToken;
  return { built, externalId, ...ids, add, busy, change, token };
}

const on = (days: number, hour: number) => new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + days * 86_400_000 + hour * 3_600_000).toISOString();
const meeting = (days: number, hour: number, more: object = {}) => ({ summary: "SECRET-TITLE", start: { dateTime: on(days, hour) }, end: { dateTime: on(days, hour + 1) }, ...more });
const lists = async () => (await google.requests()).filter((request) => request.method === "GET" && request.path.includes("/events?")).length;
const span = (days: number, hour: number) => `${on(days, hour)}/${on(days, hour + 1)}`;

test("a first read writes busy times without titles, later ones only what changed", async () => {
  const { calendarId, add, busy, change, token } = await connected();
  const first = await add(meeting(3, 9));
  await add(meeting(4, 9, { transparency: "transparent" }));
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(3, 9)]);
  expect(JSON.stringify(await database.db.busyInterval.findMany())).not.toContain("SECRET");
  const before = await token();

  await add(meeting(5, 9));
  await change("PATCH", first.id, { start: { dateTime: on(3, 14) }, end: { dateTime: on(3, 15) } });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(3, 14), span(5, 9)]);
  expect(await token()).not.toBe(before);

  await change("DELETE", first.id);
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(5, 9)]);
  expect(await lists()).toBe(3);
});

test("what began before the window and still runs is read", async () => {
  const { calendarId, add, busy } = await connected();
  await add({ summary: "leave", start: { dateTime: on(-10, 9) }, end: { dateTime: on(10, 9) } });
  await add({ summary: "long ago", start: { dateTime: on(-10, 9) }, end: { dateTime: on(-9, 9) } });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([`${on(-10, 9)}/${on(10, 9)}`]);
});

test("a recurring event blocks each time it recurs; a moved, a cancelled instance and the end of the series follow", async () => {
  const { calendarId, add, busy, change } = await connected();
  const zoned = (days: number, hour: number) => ({ dateTime: on(days, hour), timeZone: "UTC" });
  const series = await add({ summary: "weekly", start: zoned(1, 9), end: zoned(1, 10), recurrence: ["RRULE:FREQ=WEEKLY;COUNT=4"] });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(1, 9), span(8, 9), span(15, 9), span(22, 9)]);

  const instance = (days: number) => `${series.id}_${on(days, 9).replace(/[-:]|\.\d+/g, "")}`;
  await change("DELETE", instance(8));
  await change("PATCH", instance(15), { start: { dateTime: on(15, 16) }, end: { dateTime: on(15, 17) } });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(1, 9), span(15, 16), span(22, 9)]);

  await change("DELETE", series.id);
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([]);
});

test("the tombstone of a series alone takes all its instances away, and nothing of a series split off from it", async () => {
  const { calendarId, built, busy } = await connected();
  const rows = ["abc_20300101T090000Z", "abc_20300102", "abc_R20300105T090000_20300105T090000Z", "abcd_20300101T090000Z"];
  await database.db.busyInterval.createMany({ data: rows.map((externalEventId, i) => ({ id: crypto.randomUUID(), calendarId, providerId: built.providerId, externalEventId, startsAt: new Date(2e12 + i), endsAt: new Date(2e12 + 1_000 + i), kind: "default" })) });
  await database.db.calendar.update({ where: { id: calendarId }, data: { syncToken: "any", lastReadAt: new Date() } });
  const tombstone = { eventId: "abc", etag: "", status: "cancelled" as const, start: null, end: null, isTransparent: false, eventType: "default", ownResponse: null, hasDeclined: false, recurringEventId: null, seriesId: null, bookingId: null, bookingVersion: null, written: null, meet: null, updatedAt: null };
  const { calendar } = google.ports;
  const page = { events: [tombstone], nextPageToken: null, nextSyncToken: "next", timeZone: "Europe/Berlin" };
  await syncCalendar({ ...app, ports: { ...app.ports, calendar: { ...calendar, listEvents: () => Promise.resolve(page) } } }, calendarId);
  expect(await busy()).toHaveLength(2);
  expect((await database.db.busyInterval.findMany({ where: { calendarId }, orderBy: { externalEventId: "asc" } })).map((row) => row.externalEventId)).toEqual(["abc_R20300105T090000_20300105T090000Z", "abcd_20300101T090000Z"]);
});

test("our own event is not busy time; the same event in another provider's reading of the account is", async () => {
  const mine = await connected();
  const visit = await buildVisit(database.db, mine.built, { startsAt: new Date(on(6, 9)), mode: "IN_PERSON" });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  await pushBookingToCalendar(app, visit.seriesId);
  await syncCalendar(app, mine.calendarId);
  expect(await mine.busy()).toEqual([]);

  const colleague = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, colleague.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId: mine.externalId } });
  await syncCalendar(app, calendarId);
  expect(await database.db.busyInterval.count({ where: { providerId: colleague.providerId } })).toBe(1);
});

test.each(["PENDING", "FAILED"] as const)("the echo of our own event brings the Meet link before anybody asks for it, and late (%s)", async (state) => {
  const { built, calendarId } = await connected();
  const visit = await buildVisit(database.db, built, { startsAt: new Date(on(6, 9)) });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  await pushBookingToCalendar(app, visit.seriesId);
  await database.db.meetLink.updateMany({ where: { seriesId: visit.seriesId, state: "PENDING" }, data: { state } });
  await expect.poll(async () => {
    await syncCalendar(app, calendarId);
    return (await database.db.meetLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } })).state;
  }).toBe("READY");
  const { rows } = await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`announce:${visit.id}:1:meet-ready`]);
  expect(rows).toHaveLength(1);
});

test("2,600 events come in pages; the token is saved only when the last one is committed", async () => {
  const { calendarId, add, busy, token } = await connected();
  for (let hour = 0; hour < 13; hour += 1) await add({ summary: "daily", start: { dateTime: on(2, hour), timeZone: "UTC" }, end: { dateTime: on(2, hour + 1), timeZone: "UTC" }, recurrence: ["RRULE:FREQ=DAILY;COUNT=200"] });
  await google.fault({ match: "pageToken=", times: 1, status: 500 });
  await expect(syncCalendar(app, calendarId)).rejects.toMatchObject({ failure: { kind: "transient" } });
  expect(await database.db.calendar.findUnique({ where: { id: calendarId } })).toMatchObject({ syncToken: null, lastReadAt: null });
  expect(await busy()).toHaveLength(2_500);
  await syncCalendar(app, calendarId);
  expect(await busy()).toHaveLength(2_600);
  expect(await token()).not.toBeNull();
});

test("a forgotten sync token, even between two pages, ends in a whole read that merges", async () => {
  const { calendarId, add, busy, change, built } = await connected();
  const kept = await add(meeting(3, 9));
  const gone = await add(meeting(3, 11));
  await syncCalendar(app, calendarId);
  const visit = await buildVisit(database.db, built);
  const keptRow = await database.db.busyInterval.findFirstOrThrow({ where: { calendarId, externalEventId: kept.id } });

  await change("DELETE", gone.id);
  await google.forgetSyncTokens(ACCOUNT);
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(3, 9)]);
  // Merged, not rebuilt: what did not change is the same row, and app data is untouched.
  expect(await database.db.busyInterval.findFirst({ where: { id: keptRow.id } })).toEqual(keptRow);
  expect(await database.db.booking.count({ where: { id: visit.id } })).toBe(1);

  await google.fault({ match: "syncToken=", times: 1, status: 410, reason: "fullSyncRequired" });
  await add(meeting(7, 9));
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(3, 9), span(7, 9)]);
});

test.each([
  ["500", { status: 500 }],
  ["403 rateLimitExceeded", { status: 403, reason: "rateLimitExceeded" }],
  ["HTML", { status: 200, body: "<html>proxy</html>" }],
  ["a reset mid-body", { truncate: true }],
])("%s changes nothing, is visible, and the next read heals it", async (_name, fault) => {
  const { calendarId, add, busy } = await connected();
  await add(meeting(3, 9));
  await syncCalendar(app, calendarId);
  await google.fault({ match: "/events", times: 1, ...fault });
  await expect(syncCalendar(app, calendarId)).rejects.toMatchObject({ name: "IntegrationError" });
  expect(await busy()).toEqual([span(3, 9)]);
  expect((await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).lastError).toContain("We try again by ourselves");
  await syncCalendar(app, calendarId);
  expect((await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).lastError).toBeNull();
});

test("a calendar disconnected while it is being read gets nothing written", async () => {
  const { calendarId, connectionId, add, busy } = await connected();
  await add(meeting(3, 9));
  const { calendar } = google.ports;
  const disconnecting: AppContext = { ...app, ports: { ...app.ports, calendar: { ...calendar, listEvents: async (...call) => {
    const page = await calendar.listEvents(...call);
    await database.db.calendarConnection.update({ where: { id: connectionId }, data: { status: "DISCONNECTED" } });
    return page;
  } } } };
  await syncCalendar(disconnecting, calendarId);
  expect(await busy()).toEqual([]);
});

test("all-day events lie in the calendar's own zone", async () => {
  const { calendarId, add, busy } = await connected();
  await add({ summary: "day off", start: { date: "2027-01-15" }, end: { date: "2027-01-16" } });
  await database.db.calendar.update({ where: { id: calendarId }, data: { timeZone: "America/New_York" } });
  await syncCalendar(app, calendarId);
  // Berlin midnight: Google's answer names the zone, whatever we had noted.
  expect(await busy()).toEqual(["2027-01-14T23:00:00.000Z/2027-01-15T23:00:00.000Z"]);
});

test("a calendar whose zone changed is read anew: the token goes in the very commit that notes the zone, so that no crash lies between", async () => {
  const { calendarId, externalId, add, busy } = await connected();
  await add({ summary: "day off", start: { date: "2027-01-15" }, end: { date: "2027-01-16" } });
  await syncCalendar(app, calendarId);
  const { syncToken, ...row } = await database.db.calendar.update({ where: { id: calendarId }, data: { timeZone: "America/New_York" } });
  const target = { id: calendarId, connectionId: row.connectionId, providerId: row.providerId, organizationId: null, externalId, timeZone: "Europe/Berlin", readsBusy: true, busyKinds: row.busyKinds, syncToken, generation: row.generation };
  expect(await commitPage(app, target, [], { seen: null, eventsSoFar: 0, finish: { syncToken: "next", previousToken: syncToken, startedAt: Date.now(), readsAgain: true } })).toBe(true);
  const crashed = await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } });
  expect(crashed).toMatchObject({ syncToken: null, timeZone: "Europe/Berlin" });
  expect((await database.pool.query("SELECT FROM graphile_worker.jobs WHERE key = $1", [`sync:${calendarId}`])).rowCount).toBe(1);
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual(["2027-01-14T23:00:00.000Z/2027-01-15T23:00:00.000Z"]);

  // And the read of changes that meets the new zone does ask for that.
  await database.db.calendar.update({ where: { id: calendarId }, data: { timeZone: "America/New_York" } });
  await syncCalendar(app, calendarId);
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).toMatchObject({ syncToken: null, timeZone: "Europe/Berlin" });
});
