import { beforeEach, expect, test } from "vitest";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { runJobs } from "@tests/support/google/run-jobs";
import type { GoogleSandbox } from "@tests/support/google/google-sandbox";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { completeCalendarConnection, type ConsentAnswer } from "./complete-calendar-connection";
import { disconnectCalendar } from "./disconnect-calendar";
import { getCalendarStatus } from "./get-calendar-status";
import { pushBookingToCalendar } from "./push-booking-to-calendar";
import { requestCalendarUpdate } from "./request-calendar-update";
import { startCalendarConnection } from "./start-calendar-connection";

const ACCOUNT = "daniel.reyes@example.com";
const SESSION = "session-of-the-provider";
/** How far ahead of the machine our clock is, in milliseconds. */
let ahead: number;
const { database, google } = await openGoogle();

beforeEach(async () => {
  ahead = 0;
  await google.clearFaults();
});

const actingFor = (built: BuiltProvider, publicOrigin = "http://localhost:3000"): AppContext =>
  testContext(database, { actor: { kind: "user", userId: built.userId, email: "provider@example.test", name: null, isAdministrator: false, providerId: built.providerId, memberships: [] }, now: () => Date.now() + ahead, ports: google.ports, publicOrigin });

const connectionsOf = (built: BuiltProvider) => database.db.calendarConnection.findMany({ where: { providerId: built.providerId } });

/** Starts as this provider and consents in Google's pages; answers what the browser brings back. */
async function consent(app: AppContext, options: Parameters<GoogleSandbox["consent"]>[2] = {}): Promise<ConsentAnswer> {
  return google.consent(await startCalendarConnection(app, SESSION), ACCOUNT, options);
}

test("a consent stores encrypted tokens and, by its jobs, reads and watches the primary calendar and pushes what waited", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  await google.addEvent(ACCOUNT, { summary: "busy", start: { dateTime: "2030-03-01T09:00:00Z" }, end: { dateTime: "2030-03-01T10:00:00Z" } });
  const visit = await buildVisit(database.db, built, { mode: "IN_PERSON" });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));

  expect(await completeCalendarConnection(app, SESSION, await consent(app))).toEqual({ returnTo: "/provider/integrations", problem: null });
  const [connection] = await connectionsOf(built);
  expect(connection).toMatchObject({ status: "ACTIVE", accountEmail: ACCOUNT });
  expect(connection?.refreshTokenCiphertext).toMatch(/^ey/);
  expect(JSON.stringify(connection)).not.toMatch(/ya29|1\/\/0/);

  await runJobs(app);
  expect(await database.db.busyInterval.count({ where: { providerId: built.providerId } })).toBe(0);
  const [calendar] = await database.db.calendar.findMany({ where: { providerId: built.providerId, readsBusy: true } });
  expect(calendar).toMatchObject({ externalId: ACCOUNT, receivesBookings: true, timeZone: "America/New_York" });
  expect(calendar?.channelTokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect((await google.channels()).some((channel) => channel.id === calendar?.channelId && channel.address === "http://localhost:3000/api/webhooks/google")).toBe(true);
  expect((await google.events(ACCOUNT)).some((event) => event.id === eventIdOf(visit.seriesId))).toBe(true);

  const status = await getCalendarStatus(app, built.providerId);
  expect(status).toMatchObject({ state: "active", pendingEvents: 0, failedEvents: 0, connections: [{ accountEmail: ACCOUNT, state: "active", problems: [] }] });
  expect(status.connections[0]?.calendars[0]).toMatchObject({ readsBusy: true, receivesBookings: true, problem: null });
  expect(status.connections[0]?.calendars[0]?.lastReadAt).not.toBeNull();
});

test("a forged, replayed, late or foreign answer stores nothing and says why", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  const other = actingFor(await buildProvider(database.db));
  const problemOf = async (context: AppContext, session: string | null, answer: ConsentAnswer) => (await completeCalendarConnection(context, session, answer)).problem;

  const answer = await consent(app);
  expect(await problemOf(app, SESSION, { ...answer, state: "forged" })).toBe("state-unknown");
  expect(await problemOf(app, SESSION, { ...answer, state: null })).toBe("state-unknown");
  expect(await problemOf(app, "another-browser", answer)).toBe("state-unknown");
  expect(await problemOf(other, SESSION, answer)).toBe("state-unknown");
  expect(await problemOf({ ...app, actor: { kind: "guest", id: "g" } }, null, answer)).toBe("signed-out");
  expect(await connectionsOf(built)).toEqual([]);

  // None of these used it up.
  expect(await problemOf(app, SESSION, answer)).toBeNull();
  expect(await problemOf(app, SESSION, answer)).toBe("state-used");

  const late = await consent(app);
  ahead = 10 * 60_000;
  expect(await problemOf(app, SESSION, late)).toBe("state-expired");
});

test("fifty answers at once with one state: one is used", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  const answer = await consent(app);
  const problems = await Promise.all(Array.from({ length: 50 }, async () => (await completeCalendarConnection(app, SESSION, answer)).problem));
  expect(problems.filter((problem) => problem === null)).toHaveLength(1);
  expect(new Set(problems)).toEqual(new Set([null, "state-used"]));
});

test("a refusal, an unticked calendar, an injected code and a Google that is away are explained and store nothing", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  expect(await completeCalendarConnection(app, SESSION, await consent(app, { deny: true }))).toMatchObject({ problem: "denied" });
  await google.revokeAccess(ACCOUNT);
  expect(await completeCalendarConnection(app, SESSION, await consent(app, { untick: "calendar.events" }))).toMatchObject({ problem: "partial-consent" });
  const attacker = await consent(actingFor(await buildProvider(database.db)));
  expect(await completeCalendarConnection(app, SESSION, { ...(await consent(app)), code: attacker.code })).toMatchObject({ problem: "code-refused" });
  await google.fault({ match: "/token", status: 500 });
  expect(await completeCalendarConnection(app, SESSION, await consent(app))).toMatchObject({ problem: "google-unavailable" });
  expect(await connectionsOf(built)).toEqual([]);
});

test("connecting again replaces the tokens of the same row and resumes what waited", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  await completeCalendarConnection(app, SESSION, await consent(app));
  await runJobs(app);
  await google.revokeAccess(ACCOUNT);
  const visit = await buildVisit(database.db, built, { mode: "IN_PERSON" });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  await runJobs(app);
  const [broken] = await connectionsOf(built);
  expect(broken).toMatchObject({ status: "RECONNECT_NEEDED" });
  expect(await getCalendarStatus(app, built.providerId)).toMatchObject({ state: "reconnect-needed", pendingEvents: 1, connections: [{ problems: [{ fix: "reconnect" }] }] });

  await completeCalendarConnection(app, SESSION, await consent(app));
  await runJobs(app);
  expect(await connectionsOf(built)).toMatchObject([{ id: broken?.id, status: "ACTIVE" }]);
  expect(await getCalendarStatus(app, built.providerId)).toMatchObject({ state: "active", pendingEvents: 0, connections: [{ problems: [{ fix: "none" }] }] });
  expect((await google.events(ACCOUNT)).some((event) => event.id === eventIdOf(visit.seriesId))).toBe(true);
});

test("a disconnect erases tokens, channels and busy times, ends them at Google, and is refused to anyone else", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  await completeCalendarConnection(app, SESSION, await consent(app));
  await google.addEvent(ACCOUNT, { summary: "busy", start: { dateTime: new Date(Date.now() + 86_400_000).toISOString() }, end: { dateTime: new Date(Date.now() + 90_000_000).toISOString() } });
  await runJobs(app);
  const [connection] = await connectionsOf(built);
  const connectionId = connection?.id ?? "";
  const channelIds = (await database.db.calendar.findMany({ where: { connectionId, channelId: { not: null } } })).map((calendar) => calendar.channelId);
  expect(await database.db.busyInterval.count({ where: { providerId: built.providerId } })).toBeGreaterThan(0);
  expect(channelIds).toHaveLength(1);

  await expect(disconnectCalendar(actingFor(await buildProvider(database.db)), { connectionId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await database.db.calendarConnection.updateMany({ where: { id: { not: connectionId } }, data: { status: "DISCONNECTED" } });
  await disconnectCalendar(app, { connectionId });
  expect(await connectionsOf(built)).toMatchObject([{ status: "DISCONNECTED", accessTokenCiphertext: null, refreshTokenCiphertext: null }]);
  expect(await database.db.busyInterval.count({ where: { providerId: built.providerId } })).toBe(0);
  expect(await getCalendarStatus(app, built.providerId)).toMatchObject({ state: "not-connected", connections: [] });

  await google.clearRequests();
  await runJobs(app);
  expect((await google.channels()).map((channel) => channel.id)).not.toContain(channelIds[0]);
  expect((await google.requests()).filter((request) => request.path.startsWith("/revoke")).map((request) => request.status)).toEqual([200]);
});

test("the same Google account can serve two providers; the end of one leaves the other alive", async () => {
  const [first, second] = [actingFor(await buildProvider(database.db)), actingFor(await buildProvider(database.db))];
  for (const app of [first, second]) expect(await completeCalendarConnection(app, SESSION, await consent(app))).toMatchObject({ problem: null });
  for (const app of [first, second]) await runJobs(app);
  const [connection] = await database.db.calendarConnection.findMany({ where: { providerId: first.actor.kind === "user" ? (first.actor.providerId ?? "") : "" } });
  // Each is told that somebody shares the account, and not who.
  const notes = async () => (await getCalendarStatus(second, undefined)).connections.flatMap(({ problems }) => problems).filter(({ sentence }) => sentence.startsWith("Another provider"));
  expect(await notes()).toMatchObject([{ fix: "none" }]);
  await google.clearRequests();
  await disconnectCalendar(first, { connectionId: connection?.id ?? "" });
  await runJobs(first);
  expect((await google.requests()).filter((request) => request.path.startsWith("/revoke"))).toEqual([]);
  expect(await notes()).toEqual([]);
});

test("an account connected again before the old grant is revoked stays connected", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  await database.db.calendarConnection.updateMany({ data: { status: "DISCONNECTED" } });
  await completeCalendarConnection(app, SESSION, await consent(app));
  await runJobs(app);
  const [connection] = await connectionsOf(built);
  await disconnectCalendar(app, { connectionId: connection?.id ?? "" });
  await completeCalendarConnection(app, SESSION, await consent(app));
  await google.clearRequests();
  await runJobs(app);
  expect((await google.requests()).filter((request) => request.path.startsWith("/revoke"))).toEqual([]);
  expect(await getCalendarStatus(app, built.providerId)).toMatchObject({ state: "active", connections: [{ problems: [] }] });
});

test("a visit written while its account is disconnected is written anew to the next account", async () => {
  const built = await buildProvider(database.db);
  const app = actingFor(built);
  await completeCalendarConnection(app, SESSION, await consent(app));
  await runJobs(app);
  const [connection] = await connectionsOf(built);
  const visit = await buildVisit(database.db, built, { mode: "IN_PERSON" });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  const { calendar } = google.ports;
  const disconnecting: AppContext = { ...app, ports: { ...app.ports, calendar: { ...calendar, insertEvent: async (...call) => {
    const event = await calendar.insertEvent(...call);
    await disconnectCalendar(app, { connectionId: connection?.id ?? "" });
    return event;
  } } } };
  await pushBookingToCalendar(disconnecting, visit.seriesId);
  expect(await database.db.calendarEventLink.findUnique({ where: { seriesId: visit.seriesId } })).toMatchObject({ state: "PENDING", calendarId: null, syncedVersion: null });

  const other = "amara.okafor@example.com";
  await completeCalendarConnection(app, SESSION, await google.consent(await startCalendarConnection(app, SESSION), other));
  await runJobs(app);
  expect((await google.events(other)).some((event) => event.id === eventIdOf(visit.seriesId))).toBe(true);
});
