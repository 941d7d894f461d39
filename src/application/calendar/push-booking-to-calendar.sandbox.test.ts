import { beforeEach, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { startGoogle } from "@tests/support/google/google-sandbox";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { awaitMeetLink } from "./await-meet-link";
import { pushBookingToCalendar } from "./push-booking-to-calendar";
import { requestCalendarUpdate } from "./request-calendar-update";

const ACCOUNT = "amara.okafor@example.com";
const NOW = Date.now();
const { database, google } = await openGoogle();
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports, publicOrigin: "https://clinic.example" });

beforeEach(async () => {
  await google.clearFaults();
  await google.clearRequests();
});

/** A provider with a connected account and a visit whose event was asked for. */
async function askedVisit(overrides: Parameters<typeof buildVisit>[2] = {}) {
  const built = await buildProvider(database.db);
  const tokens = await google.grant(ACCOUNT);
  const connection = await buildCalendarConnection(database.db, built.providerId, { ...tokens, calendar: { externalId: ACCOUNT } });
  const visit = await buildVisit(database.db, built, { startsAt: new Date(NOW + 86_400_000), ...overrides });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  return { built, visit, ...connection };
}

const eventsOf = async (seriesId: string) => (await google.events(ACCOUNT)).filter((event) => event.id === eventIdOf(seriesId));
const linkOf = (seriesId: string) => database.db.calendarEventLink.findUniqueOrThrow({ where: { seriesId } });
const callsOf = async () => (await google.requests()).filter((request) => request.path.startsWith("/calendar/")).map((request) => `${request.method} ${request.status}`);

async function cancel(visit: { id: string; seriesId: string; providerId: string; mode: "ONLINE" | "IN_PERSON" | "PHONE" }) {
  const cancelled = await database.db.booking.update({ where: { id: visit.id }, data: { status: "CANCELLED", version: { increment: 1 } } });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, cancelled));
}

async function edit(visit: { id: string }) {
  const edited = await database.db.booking.update({ where: { id: visit.id }, data: { version: { increment: 1 }, createdAt: new Date(Date.now() + 1_000), startsAt: new Date(NOW + 2 * 86_400_000), endsAt: new Date(NOW + 2 * 86_400_000 + 1_800_000), blockedFrom: new Date(NOW + 2 * 86_400_000), blockedTo: new Date(NOW + 2 * 86_400_000 + 1_800_000) } });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, edited));
}

test("one call writes the event, a patch moves it, a delete takes it away", async () => {
  const { visit } = await askedVisit({ mode: "IN_PERSON" });
  await pushBookingToCalendar(app, visit.seriesId);
  expect(await callsOf()).toEqual(["POST 200"]);
  expect(await eventsOf(visit.seriesId)).toMatchObject([{ status: "confirmed", summary: "Mara Lindqvist" }]);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "SYNCED", syncedVersion: 1, attempts: 0, lastError: null });

  await pushBookingToCalendar(app, visit.seriesId);
  expect(await callsOf()).toEqual(["POST 200"]);

  await edit(visit);
  await pushBookingToCalendar(app, visit.seriesId);
  expect(await callsOf()).toEqual(["POST 200", "PATCH 200"]);
  const [moved] = await eventsOf(visit.seriesId);
  expect(Date.parse(moved?.start.dateTime ?? "")).toBe(Math.floor((NOW + 2 * 86_400_000) / 1000) * 1000);

  await cancel(visit);
  await pushBookingToCalendar(app, visit.seriesId);
  expect(await eventsOf(visit.seriesId)).toMatchObject([{ status: "cancelled" }]);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "REMOVED", syncedVersion: null });
});

test("the reason for the visit and the service never reach Google", async () => {
  const { visit } = await askedVisit({ serviceName: "SECRET-SERVICE", reasonCiphertext: "SECRET-REASON" });
  await pushBookingToCalendar(app, visit.seriesId);
  expect(JSON.stringify(await eventsOf(visit.seriesId))).not.toContain("SECRET");
});

test.each([
  ["no answer at all", { drop: true }],
  ["an answer lost on the way", { drop: true, after: true }],
  ["half an answer", { truncate: true }],
  ["a page of HTML after the deed", { status: 200, body: "<html>proxy</html>", after: true }],
  ["HTML instead of JSON", { status: 502, body: "<html>bad gateway</html>" }],
  ["a proxy's own 403", { status: 403, body: "<html>forbidden</html>" }],
  ["500", { status: 500 }],
  ["403 rateLimitExceeded", { status: 403, reason: "rateLimitExceeded" }],
  ["429", { status: 429, retryAfter: 3 }],
])("%s leaves exactly one event after another try: insert, patch and delete", async (_name, fault) => {
  const { visit } = await askedVisit({ mode: "IN_PERSON" });
  const pushThrough = async (method: string) => {
    await google.fault({ match: "/calendar/v3", method, times: 1, ...fault });
    await expect(pushBookingToCalendar(app, visit.seriesId)).rejects.toMatchObject({ name: "IntegrationError" });
    expect((await linkOf(visit.seriesId)).attempts).toBe(1);
    expect((await linkOf(visit.seriesId)).lastError).toContain("We try again by ourselves");
    await pushBookingToCalendar(app, visit.seriesId);
    await pushBookingToCalendar(app, visit.seriesId);
  };
  await pushThrough("POST");
  expect(await eventsOf(visit.seriesId)).toMatchObject([{ status: "confirmed" }]);
  await edit(visit);
  await pushThrough("PATCH");
  expect(await eventsOf(visit.seriesId)).toMatchObject([{ status: "confirmed" }]);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "SYNCED", syncedVersion: 2 });
  await cancel(visit);
  await pushThrough("DELETE");
  expect(await eventsOf(visit.seriesId)).toMatchObject([{ status: "cancelled" }]);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "REMOVED" });
  expect((await google.events(ACCOUNT)).filter((event) => JSON.stringify(event).includes(visit.seriesId))).toHaveLength(1);
});

test("a stalled Google counts as failed after the time limit", async () => {
  const { visit } = await askedVisit({ mode: "IN_PERSON" });
  await google.fault({ match: "/calendar/v3", method: "POST", times: 1, delayMs: 30_000 });
  await expect(pushBookingToCalendar(app, visit.seriesId)).rejects.toMatchObject({ failure: { kind: "transient", isAmbiguous: true } });
});

test("an event deleted in Google comes back with the next change of the booking", async () => {
  const { visit } = await askedVisit({ mode: "IN_PERSON" });
  await pushBookingToCalendar(app, visit.seriesId);
  await google.deleteEvent(ACCOUNT, eventIdOf(visit.seriesId));
  await edit(visit);
  await pushBookingToCalendar(app, visit.seriesId);
  expect(await eventsOf(visit.seriesId)).toMatchObject([{ status: "confirmed" }]);
});

test("a booking that changes while it is being pushed is pushed again", async () => {
  const { visit } = await askedVisit({ mode: "IN_PERSON" });
  const { calendar } = google.ports;
  const changing: AppContext = {
    ...app,
    ports: { ...app.ports, calendar: { ...calendar, insertEvent: async (...call) => {
      const event = await calendar.insertEvent(...call);
      await edit(visit);
      return event;
    } } },
  };
  await pushBookingToCalendar(changing, visit.seriesId);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "PENDING", syncedVersion: 1 });
  await pushBookingToCalendar(app, visit.seriesId);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "SYNCED", syncedVersion: 2 });
});

test("a refusal is visible and not tried again", async () => {
  const { visit } = await askedVisit();
  await google.fault({ match: "/calendar/v3", method: "POST", times: 1, status: 403, reason: "forbiddenForServiceAccounts" });
  await pushBookingToCalendar(app, visit.seriesId);
  const link = await linkOf(visit.seriesId);
  expect(link.state).toBe("FAILED");
  expect(link.lastError).toContain("Google refused: a service account may not invite guests here");
  expect(await database.db.meetLink.findUnique({ where: { seriesId: visit.seriesId } })).toMatchObject({ state: "FAILED" });
});

test("a dead grant pauses the connection and tells the provider once; the wish stays", async () => {
  const { visit, connectionId } = await askedVisit();
  await google.revokeAccess(ACCOUNT);
  await pushBookingToCalendar(app, visit.seriesId);
  await pushBookingToCalendar(app, visit.seriesId);
  expect(await linkOf(visit.seriesId)).toMatchObject({ state: "PENDING", attempts: 1 });
  expect(await database.db.calendarConnection.findUnique({ where: { id: connectionId } })).toMatchObject({ status: "RECONNECT_NEEDED" });
  const { rows } = await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'calendar.announce-reconnect' AND key = $1", [`reconnect:${connectionId}`]);
  expect(rows).toHaveLength(1);
});

test("a Meet link is awaited, becomes ready and is announced in the same transaction", async () => {
  const { visit } = await askedVisit();
  await pushBookingToCalendar(app, visit.seriesId);
  const meet = () => database.db.meetLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } });
  await expect.poll(async () => {
    await awaitMeetLink(app, visit.seriesId);
    return (await meet()).state;
  }).toBe("READY");
  expect((await meet()).url).toMatch(/^https:\/\/meet\.google\.com\//);
  const { rows } = await database.pool.query("SELECT key FROM graphile_worker.jobs WHERE key = $1", [`announce:${visit.id}:1:meet-ready`]);
  expect(rows).toHaveLength(1);
});

test("a Meet link that does not come is given up after two minutes, with growing pauses until then", async () => {
  const slow = await startGoogle({ conferenceDelayMs: 3_600_000 });
  let now = Date.now();
  const patient = testContext(database, { actor: { kind: "system", job: "test" }, now: () => now, ports: slow.ports });
  const { visit, connectionId } = await askedVisit();
  const tokens = await slow.grant(ACCOUNT);
  await database.db.calendarConnection.update({ where: { id: connectionId }, data: { accessTokenCiphertext: await app.cipher.encrypt(tokens.accessToken, `connection:${connectionId}:access`) } });
  await pushBookingToCalendar(patient, visit.seriesId);
  const pauses: number[] = [];
  const start = now;
  while ((await database.db.meetLink.findUniqueOrThrow({ where: { seriesId: visit.seriesId } })).state === "PENDING") {
    await database.pool.query("SELECT 1");
    const { rows } = await database.pool.query<{ run_at: Date }>("SELECT run_at FROM graphile_worker.jobs WHERE key = $1", [`meet:${visit.seriesId}`]);
    const runAt = rows[0]?.run_at.getTime() ?? Number.NaN;
    pauses.push(runAt - now);
    now = runAt;
    await awaitMeetLink(patient, visit.seriesId);
  }
  await slow.close();
  expect(pauses.slice(0, 4)).toEqual([1_000, 1_000, 2_000, 4_000]);
  expect(now - start).toBeGreaterThanOrEqual(120_000);
  expect(now - start).toBeLessThan(155_000);
});
