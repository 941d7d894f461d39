import { generateKeyPairSync } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import type { UserActor } from "@/application/shared/actor";
import { actingAs, type AppContext } from "@/application/shared/context";
import { googleServiceAccount } from "@/integrations/google/google-service-account";
import { connectByServiceAccount } from "./connect-by-service-account";
import { disconnectCalendar } from "./disconnect-calendar";
import { refreshCalendarList } from "./refresh-calendar-list";
import { requestCalendarUpdate } from "./request-calendar-update";
import { syncCalendar } from "./sync-calendar";

const AMARA = "amara.okafor@example.com";
const ROBOT = "robot@clinic.iam.gserviceaccount.com";
const HOUR_MS = 3_600_000;
const keyPair = () => generateKeyPairSync("rsa", { modulusLength: 2048, publicKeyEncoding: { type: "spki", format: "pem" }, privateKeyEncoding: { type: "pkcs8", format: "pem" } });
const key = keyPair();
let database: TestDatabase;
let google: GoogleSandbox;
let app: AppContext;
let now = Date.now;

beforeAll(async () => {
  database = await createTestDatabase();
  google = await startGoogle({ serviceAccounts: [{ email: ROBOT, publicKey: key.publicKey, domains: ["example.com"] }] });
  app = withKey(key.privateKey);
});
afterAll(async () => {
  await google.close();
  await database.destroy();
});
beforeEach(async () => {
  now = Date.now;
  await google.clearFaults();
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
});

const withKey = (privateKey: string): AppContext =>
  testContext(database, { actor: { kind: "system", job: "test" }, now: () => now(), ports: { ...google.ports, serviceAccount: googleServiceAccount({ email: ROBOT, privateKey }, { tokenUrl: `${google.origin}/token`, timeoutMs: 2_000 }) } });

const signedInAs = (built: BuiltProvider, email: string, context = app) => actingAs(context, { ...user(built), email });
function user(built: BuiltProvider): UserActor {
  const actor = providerActor(built);
  if (actor.kind !== "user") throw new Error("a provider is a user");
  return actor;
}

/** A provider without any account, signed in as Amara. */
async function amara(context = app) {
  const built = await buildProvider(database.db);
  return { built, owner: signedInAs(built, AMARA, context) };
}

/** A further calendar of Amara's, shared with the service account. */
async function sharedCalendar(role: "reader" | "writer" = "writer") {
  const address = await google.addCalendar(AMARA, `Practice ${uuidv7().slice(-6)}`);
  await google.share(AMARA, address, ROBOT, role);
  return { address, standing: async () => (await google.events(AMARA, address)).filter(({ status }) => status !== "cancelled") };
}

/** Connects a shared calendar after writing into it what is asked for, which then is deleted. */
async function connectShared(owner: AppContext, address: string) {
  const { proof } = await connectByServiceAccount(owner, { way: "SHARED", address });
  const calendar = address.trim().toLowerCase();
  const { id } = await google.addEvent(AMARA, { summary: proof, start: { dateTime: "2030-01-08T09:00:00Z" }, end: { dateTime: "2030-01-08T09:30:00Z" } }, calendar);
  const outcome = await connectByServiceAccount(owner, { way: "SHARED", address });
  await google.deleteEvent(AMARA, id, calendar);
  return outcome;
}

async function written(providerOf: Awaited<ReturnType<typeof amara>>["built"], mode: "ONLINE" | "IN_PERSON") {
  const visit = await buildVisit(database.db, providerOf, { startsAt: new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS + 30 * HOUR_MS), mode });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
  return visit;
}
const meetOf = (seriesId: string) => database.db.meetLink.findUnique({ where: { seriesId }, select: { state: true, source: true, lastError: true } });
const calendarOf = (providerId: string) => database.db.calendar.findFirstOrThrow({ where: { providerId } });

test("a shared calendar is read, written and told of changes without a consent page", async () => {
  const { built, owner } = await amara();
  const { address, standing } = await sharedCalendar();
  await google.addEvent(AMARA, { start: { dateTime: "2030-01-07T09:00:00Z" }, end: { dateTime: "2030-01-07T10:00:00Z" } }, address);
  expect(await connectShared(owner, ` ${address.toUpperCase()} `)).toMatchObject({ isConnected: true });
  await runJobs(app);
  const calendar = await calendarOf(built.providerId);
  expect(calendar).toMatchObject({ externalId: address, readsBusy: true, receivesBookings: true, canWrite: true, goneAt: null, lastError: null });
  expect(calendar.channelId).not.toBeNull();
  await written(built, "IN_PERSON");
  await runJobs(app);
  expect(await standing()).toHaveLength(2);
  // An hour later the token is dead and nobody is asked for another.
  now = () => Date.now() + 61 * 60_000;
  await syncCalendar(app, calendar.id);
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: calendar.id } })).toMatchObject({ lastError: null });
});

test("who knows a shared calendar's address and cannot write into it is let in by nothing they can do", async () => {
  const { built, owner } = await amara();
  const { address } = await sharedCalendar();
  const connect = () => connectByServiceAccount(owner, { way: "SHARED", address });
  const { isConnected, proof } = await connect();
  expect({ isConnected, proof }).toEqual({ isConnected: false, proof: expect.stringMatching(/^MedBookings [0-9A-Z]{4}-[0-9A-Z]{4}$/) });
  const at = { start: { dateTime: "2030-01-07T09:00:00Z" }, end: { dateTime: "2030-01-07T10:00:00Z" } };
  // An invitation from outside stands in the calendar too, and a deleted event is none.
  await google.addEvent(AMARA, { ...at, summary: proof, organizer: { email: "stranger@elsewhere.example" } }, address);
  await google.deleteEvent(AMARA, (await google.addEvent(AMARA, { ...at, summary: proof }, address)).id, address);
  await google.addEvent(AMARA, { ...at, summary: `${proof ?? ""} and more` }, address);
  expect(await connect()).toMatchObject({ isConnected: false, proof });
  expect(await database.db.calendarConnection.count({ where: { providerId: built.providerId } })).toBe(0);

  // What was written for one proves nothing for another, nor an hour later.
  await google.addEvent(AMARA, { ...at, summary: proof }, address);
  const stranger = await amara();
  expect(await connectByServiceAccount(stranger.owner, { way: "SHARED", address })).toMatchObject({ isConnected: false });
  now = () => Date.now() + 61 * 60_000;
  expect(await connect()).toMatchObject({ isConnected: false, proof: expect.not.stringContaining(proof ?? "") });
});

test("a further calendar is one owner's: another is refused, also at the same moment, until it is disconnected", async () => {
  const [first, second] = [await amara(), await amara()];
  const { address } = await sharedCalendar();
  const connect = ({ owner }: typeof first) => connectByServiceAccount(owner, { way: "SHARED", address });
  for (const { owner } of [first, second]) {
    const { proof } = await connectByServiceAccount(owner, { way: "SHARED", address });
    await google.addEvent(AMARA, { summary: proof, start: { dateTime: "2030-01-08T09:00:00Z" }, end: { dateTime: "2030-01-08T09:30:00Z" } }, address);
  }
  const outcomes = await Promise.all([connect(first), connect(second)]);
  expect(outcomes.map(({ isConnected }) => isConnected).sort()).toEqual([false, true]);
  expect(outcomes.find(({ isConnected }) => !isConnected)?.sentence).toContain("connected here already");
  const [winner, loser] = outcomes[0]?.isConnected ? [first, second] : [second, first];
  expect(await connect(loser)).toMatchObject({ isConnected: false, proof: null });
  // Its owner needs no new proof to have it checked again.
  expect(await connect(winner)).toMatchObject({ isConnected: true });

  const { id } = await database.db.calendarConnection.findFirstOrThrow({ where: { providerId: winner.built.providerId } });
  await disconnectCalendar(winner.owner, { connectionId: id, moveBookingsTo: null });
  expect(await connect(winner)).toMatchObject({ isConnected: false, proof: expect.any(String) });
  expect(await connect(loser)).toMatchObject({ isConnected: true });
});

test("what is missing is said in words, and nothing is stored", async () => {
  const { built, owner } = await amara();
  const private_ = await google.addCalendar(AMARA, "Not shared");
  const connect = (way: "SHARED" | "DELEGATED", address: string, context = owner) => connectByServiceAccount(context, { way, address });
  expect(await connect("SHARED", private_)).toMatchObject({ isConnected: false, sentence: expect.stringContaining(ROBOT) });
  expect(await connect("SHARED", "daniel.reyes@example.com")).toMatchObject({ isConnected: false, sentence: expect.stringContaining("somebody else’s") });
  expect(await connect("DELEGATED", "daniel.reyes@example.com")).toMatchObject({ isConnected: false });
  const elsewhere = signedInAs(built, "amara@elsewhere.example");
  expect(await connect("DELEGATED", "amara@elsewhere.example", elsewhere)).toMatchObject({ isConnected: false, sentence: expect.stringContaining("Domain-wide delegation") });
  const foreignKey = signedInAs(built, AMARA, withKey(keyPair().privateKey));
  expect(await connect("SHARED", private_, foreignKey)).toMatchObject({ isConnected: false, sentence: expect.stringContaining("key may have been withdrawn") });
  await google.fault({ match: "/token", times: 1, status: 503 });
  expect(await connect("SHARED", private_)).toMatchObject({ isConnected: false, sentence: expect.stringContaining("could not be reached") });
  await expect(connect("SHARED", private_, actingAs(app, { kind: "guest", id: "g" }))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  expect(await database.db.calendarConnection.count({ where: { providerId: built.providerId } })).toBe(0);
});

test("a calendar shared to be looked at only is read and receives nothing", async () => {
  const { built, owner } = await amara();
  const { address } = await sharedCalendar("reader");
  await connectShared(owner, address);
  await runJobs(app);
  expect(await calendarOf(built.providerId)).toMatchObject({ readsBusy: true, receivesBookings: false, canWrite: false });
});

test("an online visit on a shared calendar gets its event, and a Meet link only from another account", async () => {
  const { built, owner } = await amara();
  const { address, standing } = await sharedCalendar();
  await connectShared(owner, address);
  await runJobs(app);
  const alone = await written(built, "ONLINE");
  await runJobs(app);
  expect(await standing()).toHaveLength(1);
  expect(await meetOf(alone.seriesId)).toMatchObject({ state: "FAILED", lastError: expect.stringContaining("service account") });

  await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(AMARA)), connection: { accountSubject: uuidv7() }, calendar: { receivesBookings: false, readsBusy: false } });
  await database.db.$transaction((tx) => requestCalendarUpdate(tx, alone));
  await runJobs(app);
  expect(await meetOf(alone.seriesId)).toMatchObject({ state: "READY", source: "SPACE", lastError: null });
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { seriesId: alone.seriesId } })).toMatchObject({ state: "SYNCED" });
});

test("with the domain's leave it acts in the person's name, Meet links included", async () => {
  const { built, owner } = await amara();
  expect(await connectByServiceAccount(owner, { way: "DELEGATED", address: AMARA })).toMatchObject({ isConnected: true });
  await runJobs(app);
  expect(await database.db.calendar.findFirstOrThrow({ where: { providerId: built.providerId, receivesBookings: true } })).toMatchObject({ externalId: AMARA });
  const visit = await written(built, "ONLINE");
  await expect.poll(async () => {
    now = () => Date.now() + 5_000;
    await runJobs(app);
    return meetOf(visit.seriesId);
  }, { timeout: 10_000 }).toMatchObject({ state: "READY", source: "CALENDAR" });
});

test("sharing that ends marks the calendar, and comes back by itself once it is shared again", async () => {
  const { built, owner } = await amara();
  const { address } = await sharedCalendar();
  await connectShared(owner, address);
  await runJobs(app);
  const { id, connectionId } = await calendarOf(built.providerId);
  await google.share(AMARA, address, ROBOT, "none");
  await syncCalendar(app, id);
  await runJobs(app);
  expect((await calendarOf(built.providerId)).goneAt).not.toBeNull();
  await google.share(AMARA, address, ROBOT, "writer");
  await refreshCalendarList(app, connectionId);
  await runJobs(app);
  expect(await calendarOf(built.providerId)).toMatchObject({ goneAt: null, lastError: null });
});

test("disconnecting takes the events that move along with it, though the token died long ago", async () => {
  const { built, owner } = await amara();
  const [from, to] = [await sharedCalendar(), await sharedCalendar()];
  for (const { address } of [from, to]) await connectShared(owner, address);
  await runJobs(app);
  await written(built, "IN_PERSON");
  await runJobs(app);
  const calendars = await database.db.calendar.findMany({ where: { providerId: built.providerId } });
  const [old, next] = [calendars.find(({ receivesBookings }) => receivesBookings), calendars.find(({ receivesBookings }) => !receivesBookings)];
  expect(await (old?.externalId === from.address ? from : to).standing()).toHaveLength(1);
  await google.fault({ match: "/channels/stop", times: 1, status: 401, reason: "authError" });
  await disconnectCalendar(owner, { connectionId: old?.connectionId ?? "", moveBookingsTo: next?.id });
  await runJobs(app);
  expect(await (old?.externalId === from.address ? from : to).standing()).toHaveLength(0);
  expect(await (old?.externalId === from.address ? to : from).standing()).toHaveLength(1);
});
