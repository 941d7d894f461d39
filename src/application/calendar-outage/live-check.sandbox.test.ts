import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findSlots } from "@/application/availability/find-slots";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { holdSlot } from "@/application/booking/hold-slot";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import type { OutagePolicy } from "@/domain/booking/calendar-outage";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { confirmRequest, GUEST, holdRequest, SYSTEM } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { runJobs } from "@tests/support/google/run-jobs";
import { TEST_ENCRYPTION_KEYS, testContext } from "@tests/support/test-context";
import { readEnv } from "@/platform/env";
import { googleQuota } from "@/server/google-quota";

const ACCOUNT = "amara.okafor@example.com";
const GLANCE = "timeMax=.*maxResults=50";
const DAY_MS = 86_400_000;
const START = new Date(Math.floor(Date.now() / DAY_MS) * DAY_MS + 7 * DAY_MS + 10 * 3_600_000).toISOString();

let database: TestDatabase;
let google: GoogleSandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  // Nobody but the budget ends a call here.
  google = await startGoogle({}, { timeoutMs: 60_000 });
});
afterAll(async () => {
  await google.close();
  await database.destroy();
});
beforeEach(async () => {
  await google.clearFaults();
  await google.clearRequests();
});

const system = () => testContext(database, { actor: SYSTEM, now: () => Date.now(), ports: google.ports });
const guest = (liveCheckMs = 8_000) => testContext(database, { actor: GUEST, now: () => Date.now(), ports: google.ports, liveCheckMs });
const glances = async () => (await google.requests()).filter(({ path }) => new RegExp(GLANCE).test(path)).map(({ status }) => status);
const at = (minutes: number) => ({ dateTime: new Date(Date.parse(START) + minutes * 60_000).toISOString() });

/** A provider with a calendar that was read just now, and a patient's hold on a free time. */
async function held(answer: OutagePolicy["answer"], asksLive = true) {
  const built = await buildProvider(database.db);
  await database.db.calendarOutagePolicy.create({ data: { providerId: built.providerId, answer, asksLive } });
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  await syncCalendar(system(), calendarId);
  const hold = await holdSlot(guest(), holdRequest(built, START));
  await google.clearRequests();
  return { built, calendarId, externalId, hold };
}
const statusOf = async (id: string) => (await database.db.booking.findUniqueOrThrow({ where: { id } })).status;

test("a free time is confirmed after one narrow look, and where nobody wants it nobody is asked", async () => {
  const { hold } = await held("ACCEPT_AS_PENDING");
  expect((await confirmBooking(guest(), confirmRequest(hold))).status).toBe("CONFIRMED");
  expect(await glances()).toEqual([200]);
  const other = await held("ACCEPT_AS_PENDING", false);
  expect((await confirmBooking(guest(), confirmRequest(other.hold))).status).toBe("CONFIRMED");
  expect(await glances()).toEqual([]);
});

test("an event whose push was lost refuses the time with others, is not offered again, and the calendar is read", async () => {
  const { built, calendarId, externalId, hold } = await held("ACCEPT_ON_LAST_KNOWN");
  await google.addEvent(ACCOUNT, { summary: "Dentist", start: at(-30), end: at(90) }, externalId);
  const refusal = await confirmBooking(guest(), confirmRequest(hold)).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: "SLOT_TAKEN", details: { alternatives: [{ startsAt: at(-90).dateTime }, { startsAt: at(-60).dateTime }, { startsAt: at(90).dateTime }] } });
  expect(await statusOf(hold.holdId)).toBe("EXPIRED");
  const onDate = START.slice(0, 10);
  const { slots } = await findSlots(guest(), { provider: built.providerSlug, service: built.serviceSlug, from: onDate, to: onDate, timeZone: "Europe/Berlin" });
  expect(slots.map(({ startsAt }) => startsAt)).not.toContain(START);
  expect(await runJobs(system())).toContain("calendar.sync");
  expect(await database.db.busyInterval.count({ where: { calendarId } })).toBe(1);
});

test("our own event is not busy, and a transparent one is not either", async () => {
  const { built, externalId, hold } = await held("ACCEPT_AS_PENDING");
  const own = await buildVisit(database.db, built, { startsAt: new Date(START), status: "CANCELLED" });
  await google.addEvent(ACCOUNT, { id: eventIdOf(own.seriesId), summary: "Sam", start: at(0), end: at(30), extendedProperties: { private: { medbookingsSeries: own.seriesId } } }, externalId);
  await google.addEvent(ACCOUNT, { summary: "Note", start: at(0), end: at(30), transparency: "transparent" }, externalId);
  expect((await confirmBooking(guest(), confirmRequest(hold))).status).toBe("CONFIRMED");
});

test.each<[OutagePolicy["answer"], string]>([
  ["ACCEPT_AS_PENDING", "PENDING"],
  ["ACCEPT_ON_LAST_KNOWN", "CONFIRMED"],
])("a stall of 30 seconds is not waited for (%s): %s", async (answer, status) => {
  const { hold, calendarId } = await held(answer);
  await google.fault({ match: GLANCE, delayMs: 30_000 });
  const booked = await confirmBooking(guest(300), confirmRequest(hold));
  // The ledger holds answered requests only: Google still thinks.
  expect(await glances()).toEqual([]);
  expect(booked).toMatchObject({ status, calendarWait: status === "PENDING" ? "waiting" : null });
  if (status === "CONFIRMED") return;
  // Reading it is not hindered by the fault, and settles what waits.
  expect(await runJobs(system())).toContain("calendar.sync");
  expect(await statusOf(hold.holdId)).toBe("CONFIRMED");
  expect((await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).lastError).toBeNull();
});

test.each([{ status: 500 }, { status: 403, reason: "rateLimitExceeded" }, { status: 200, body: "<html>maintenance</html>" }, { drop: true }, { status: 401 }])("no answer but %j is a request where that is wanted", async (fault) => {
  const { hold, calendarId } = await held("ACCEPT_AS_PENDING");
  await google.fault({ match: GLANCE, ...fault });
  expect((await confirmBooking(guest(), confirmRequest(hold))).status).toBe("PENDING");
  expect((await database.db.calendarConnection.findFirstOrThrow({ where: { calendars: { some: { id: calendarId } } } })).status).toBe("ACTIVE");
});

test("a token that has run out is not refreshed while a patient waits: it counts as no answer", async () => {
  const { hold, calendarId } = await held("ACCEPT_AS_PENDING");
  await database.db.calendarConnection.updateMany({ where: { calendars: { some: { id: calendarId } } }, data: { accessTokenExpiresAt: new Date(Date.now() + 1_000) } });
  expect((await confirmBooking(guest(), confirmRequest(hold))).status).toBe("PENDING");
  expect(await google.requests()).toEqual([]);
});

test("no database connection is held while Google thinks, and a check inside somebody's transaction is not made", async () => {
  const { hold } = await held("ACCEPT_AS_PENDING");
  const inUse: number[] = [];
  const calendar = { ...google.ports.calendar, glanceAt: async (...args: Parameters<typeof google.ports.calendar.glanceAt>) => {
    inUse.push(database.pool.totalCount - database.pool.idleCount);
    return google.ports.calendar.glanceAt(...args);
  } };
  const app = testContext(database, { actor: GUEST, now: () => Date.now(), ports: { ...google.ports, calendar } });
  expect((await confirmBooking(app, confirmRequest(hold))).status).toBe("CONFIRMED");
  expect(inUse).toEqual([0]);
});

test("strangers make a provider's calendars be asked a few times a minute only; past that the confirmation goes on without a look", async () => {
  const { built, hold, externalId } = await held("ACCEPT_AS_PENDING");
  const env = { ...readEnv({ DATABASE_URL: "postgresql://unused", PUBLIC_ORIGIN: "http://localhost:3000", AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS }), GOOGLE_LOOKS_PER_MINUTE_PER_PROVIDER: 2 };
  const quota = googleQuota({ pool: database.pool, env, clock: { now: () => Date.now() } });
  const app = testContext(database, { actor: GUEST, now: () => Date.now(), ports: { ...google.ports, googleQuota: quota }, liveCheckMs: 8_000 });
  const others = [hold, ...(await Promise.all([1, 2, 3].map((hours) => holdSlot(guest(), holdRequest(built, new Date(Date.parse(START) + hours * 3_600_000).toISOString())))))];
  // What a look would have found at the third time is not seen, as it would not be without the look.
  await google.addEvent(ACCOUNT, { start: at(120), end: at(150) }, externalId);
  await google.clearRequests();
  const statuses: string[] = [];
  for (const one of others) statuses.push((await confirmBooking(app, confirmRequest(one))).status);
  expect(statuses).toEqual(["CONFIRMED", "CONFIRMED", "CONFIRMED", "CONFIRMED"]);
  expect(await glances()).toEqual([200, 200]);
  const neighbour = await held("ACCEPT_AS_PENDING");
  await confirmBooking(app, confirmRequest(neighbour.hold));
  expect(await glances()).toEqual([200]);
});
