import { beforeEach, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { comparedLately } from "@tests/support/google/compared-lately";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { getCalendarStatus } from "./get-calendar-status";
import { pollCalendars } from "./poll-calendars";
import { receiveCalendarPush } from "./receive-calendar-push";
import { renewChannel } from "./renew-channel";
import { requestCalendarUpdate } from "./request-calendar-update";

const ACCOUNT = "amara.okafor@example.com";
const DAY_MS = 86_400_000;
let now: number;
const { database, google } = await openGoogle();

beforeEach(async () => {
  now = Date.now();
  await google.clearFaults();
  await database.db.calendarConnection.deleteMany();
});

const appAt = (publicOrigin: string): AppContext => testContext(database, { actor: { kind: "system", job: "test" }, now: () => now, ports: google.ports, publicOrigin });

async function connected() {
  const built = await buildProvider(database.db);
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const ids = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  await comparedLately(database, now);
  return { built, externalId, ...ids, channels: async () => (await google.channels()).filter((channel) => channel.calendarId === externalId) };
}

const calendarRow = (id: string) => database.db.calendar.findUniqueOrThrow({ where: { id } });
async function waiting(calendarId: string) {
  const { rows } = await database.pool.query<{ key: string; run_at: Date }>("SELECT key, run_at FROM graphile_worker.jobs WHERE key LIKE '%' || $1 ORDER BY key", [calendarId]);
  return rows;
}

test("a channel is opened, left alone while it lasts, and renewed a day before its end without a gap", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId, channels } = await connected();
  await renewChannel(app, calendarId);
  await renewChannel(app, calendarId);
  const [first] = await channels();
  expect(await channels()).toHaveLength(1);
  expect(first).toMatchObject({ address: "https://clinic.example/api/webhooks/google" });
  expect(JSON.stringify(await calendarRow(calendarId))).not.toContain(first?.token);

  now += 6 * DAY_MS + 60_000;
  await database.db.calendarConnection.updateMany({ data: { accessTokenExpiresAt: new Date(now + DAY_MS) } });
  await renewChannel(app, calendarId);
  const renewed = await channels();
  expect(renewed).toHaveLength(1);
  expect(renewed[0]?.id).not.toBe(first?.id);
  const order = (await google.requests()).filter((request) => /watch|stop/.test(request.path)).map((request) => request.path.includes("watch") ? "watch" : "stop");
  expect(order.slice(-3)).toEqual(["watch", "watch", "stop"]);
});

test("a change told only to the old channel, after the new one has taken its place, is read all the same", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId, channels } = await connected();
  await renewChannel(app, calendarId);
  const [first] = await channels();
  expect(await waiting(calendarId)).toEqual([]);
  await database.db.calendar.update({ where: { id: calendarId }, data: { channelExpiresAt: new Date(now + DAY_MS - 1) } });
  const push = { channelId: first?.id ?? "", token: first?.token ?? "", resourceState: "exists" };
  const { calendar } = google.ports;
  const verdicts: string[] = [];
  const told = async () => verdicts.push(await receiveCalendarPush(app, push));
  const late: AppContext = { ...app, ports: { ...app.ports, calendar: { ...calendar, watch: async (...call) => {
    const opened = await calendar.watch(...call);
    await told();
    await database.pool.query("SELECT graphile_worker.remove_job($1)", [`sync:${calendarId}`]);
    return opened;
  }, stopChannel: async (...call) => {
    await told();
    await calendar.stopChannel(...call);
  } } } };
  await renewChannel(late, calendarId);
  // Until the new one is noted the old one counts; then a read stands for all it may still have to say.
  expect(verdicts).toEqual(["accepted", "ignored"]);
  expect(await waiting(calendarId)).toMatchObject([{ key: `sync:${calendarId}` }]);
  const [second] = await channels();
  expect(second?.token).not.toBe(first?.token);
  expect(second?.token?.length).toBeGreaterThanOrEqual(43);
});

test("when the installation moves to another address, the next sweep has its channels renewed at once, without a gap", async () => {
  const old = appAt("https://old.example");
  const { calendarId, channels } = await connected();
  await renewChannel(old, calendarId);
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now) } });
  expect(await pollCalendars(old)).toBe(0);
  const [first] = await channels();

  const app = appAt("https://new.example");
  expect(await pollCalendars(app)).toBe(1);
  expect((await waiting(calendarId)).map((job) => job.key)).toEqual([`channel:${calendarId}`]);
  await database.pool.query("SELECT graphile_worker.remove_job($1)", [`channel:${calendarId}`]);
  await google.clearRequests();
  await renewChannel(app, calendarId);
  expect(await channels()).toMatchObject([{ address: "https://new.example/api/webhooks/google" }]);
  expect((await google.requests()).map(({ path }) => /watch|stop/.exec(path)?.[0])).toEqual(["watch", "stop"]);
  // What went to the old address meanwhile is read.
  expect((await waiting(calendarId)).map((job) => job.key)).toEqual([`sync:${calendarId}`]);
  expect(await receiveCalendarPush(app, { channelId: first?.id ?? "", token: first?.token ?? "", resourceState: "exists" })).toBe("ignored");
  expect(await pollCalendars(app)).toBe(0);
});

test("an address that was refused is not waited for once the installation has another", async () => {
  const { calendarId } = await connected();
  await google.fault({ match: "/watch", status: 400, reason: "push.webhookUrlUnauthorized", times: 1 });
  await renewChannel(appAt("https://refused.example"), calendarId);
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now) } });
  expect(await pollCalendars(appAt("https://refused.example"))).toBe(0);
  expect(await pollCalendars(appAt("https://new.example"))).toBe(1);
});

test("a push with our token is a hint to read, once per burst; no, wrong, foreign and unknown ones are not", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId, channels } = await connected();
  const other = await connected();
  await renewChannel(app, calendarId);
  await renewChannel(app, other.calendarId);
  const [mine] = await channels();
  const [foreign] = await other.channels();
  const push = { channelId: mine?.id ?? "", token: mine?.token ?? "", resourceState: "exists" };
  for (const token of ["", "wrong", foreign?.token ?? "", push.token.slice(0, -1)]) expect(await receiveCalendarPush(app, { ...push, token })).toBe("refused");
  for (const channelId of ["", "unknown", "x".repeat(10_000)]) expect(await receiveCalendarPush(app, { ...push, channelId })).toBe("ignored");
  expect(await receiveCalendarPush(app, { ...push, resourceState: "sync" })).toBe("accepted");
  expect(await waiting(calendarId)).toEqual([]);
  expect((await calendarRow(calendarId)).lastPushAt).toBeNull();

  const verdicts = await Promise.all(Array.from({ length: 50 }, () => receiveCalendarPush(app, push)));
  expect(new Set(verdicts)).toEqual(new Set(["accepted"]));
  expect(await waiting(calendarId)).toMatchObject([{ key: `sync:${calendarId}` }]);
  expect((await calendarRow(calendarId)).lastPushAt).toEqual(new Date(now));
});

test("the first push of a burst is followed at once, the next read settles", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId, channels } = await connected();
  await renewChannel(app, calendarId);
  const [channel] = await channels();
  const push = { channelId: channel?.id ?? "", token: channel?.token ?? "", resourceState: "exists" };
  const runAt = async () => (await waiting(calendarId))[0]?.run_at.getTime();
  await receiveCalendarPush(app, push);
  expect(await runAt()).toBe(now);
  await database.pool.query("SELECT graphile_worker.remove_job($1)", [`sync:${calendarId}`]);

  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now) } });
  const read = now;
  now += 100;
  await receiveCalendarPush(app, push);
  now += 900;
  await receiveCalendarPush(app, push);
  expect(await runAt()).toBe(read + 1_500);
});

test("without an https address nothing is opened and the status says so", async () => {
  const app = appAt("http://clinic.example");
  const { calendarId, built, channels } = await connected();
  await renewChannel(app, calendarId);
  expect(await channels()).toEqual([]);
  const status = await getCalendarStatus({ ...app, actor: { kind: "user", userId: built.userId, email: "", name: null, isAdministrator: false, providerId: built.providerId, memberships: [] } }, built.providerId);
  expect(status.connections[0]?.problems.map((problem) => problem.sentence).join()).toContain("no https address");
});

test("an address that Google refuses is asked for again in an hour, not every minute", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId } = await connected();
  await google.fault({ match: "/watch", status: 400, reason: "push.webhookUrlUnauthorized" });
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now) } });
  expect(await pollCalendars(app)).toBe(1);
  await database.pool.query("SELECT graphile_worker.remove_job($1)", [`channel:${calendarId}`]);
  await renewChannel(app, calendarId);
  expect(await pollCalendars(app)).toBe(0);
  now += 3_600_001;
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now) } });
  expect(await pollCalendars(app)).toBe(1);
});

test("a channel that Google refuses to renew tells of changes until its own end, and the renewal is asked for every hour", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId, channels } = await connected();
  await renewChannel(app, calendarId);
  const [living] = await channels();
  now += 6 * DAY_MS + 60_000;
  await database.db.calendarConnection.updateMany({ data: { accessTokenExpiresAt: new Date(now + 3 * DAY_MS) } });
  const read = () => database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now) } });
  await google.fault({ match: "/watch", status: 400, reason: "push.webhookUrlUnauthorized" });
  await renewChannel(app, calendarId);
  expect(await channels()).toMatchObject([{ id: living?.id }]);
  expect(await calendarRow(calendarId)).toMatchObject({ channelId: living?.id });
  expect(await receiveCalendarPush(app, { channelId: living?.id ?? "", token: living?.token ?? "", resourceState: "exists" })).not.toBe("ignored");
  await database.pool.query("SELECT graphile_worker.remove_job($1)", [`sync:${calendarId}`]);
  await comparedLately(database, now);
  await read();
  await pollCalendars(app);
  expect(await waiting(calendarId)).toEqual([]);
  now += 3_600_001;
  await read();
  await pollCalendars(app);
  expect((await waiting(calendarId)).map((job) => job.key)).toEqual([`channel:${calendarId}`]);

  now += DAY_MS;
  await renewChannel(app, calendarId);
  expect(await calendarRow(calendarId)).toMatchObject({ channelId: null });
});

test("the poll reads every calendar within five minutes, renews what ends, and leaves waiting work alone", async () => {
  const app = appAt("https://clinic.example");
  const { calendarId } = await connected();
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now), channelId: "c", channelExpiresAt: new Date(now + 3 * DAY_MS) } });
  expect(await pollCalendars(app)).toBe(0);
  now += 170_000;
  expect(await pollCalendars(app)).toBe(0);
  now += 60_000;
  expect(await pollCalendars(app)).toBe(1);
  expect(await pollCalendars(app)).toBe(0);
  expect((await waiting(calendarId)).map((job) => job.key)).toEqual([`sync:${calendarId}`]);

  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now), channelExpiresAt: new Date(now + DAY_MS - 1) } });
  expect(await pollCalendars(app)).toBe(1);
  expect((await waiting(calendarId)).map((job) => job.key)).toEqual([`channel:${calendarId}`, `sync:${calendarId}`]);
});

test("an installation that trusts its pushes reads an hour apart, and never later", async () => {
  const usual = appAt("https://clinic.example");
  const trusting = { ...usual, config: { ...usual.config, calendarPollMinutes: 60 } };
  const { calendarId } = await connected();
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now), channelId: crypto.randomUUID(), channelExpiresAt: new Date(now + 3 * DAY_MS) } });
  now += 45 * 60_000;
  expect(await pollCalendars(trusting)).toBe(0);
  now += 14 * 60_000;
  expect(await pollCalendars(trusting)).toBe(1);
});

test("an event left pending without a job is pushed again, a refused one every hour, a past one never", async () => {
  const app = appAt("https://clinic.example");
  const { built, calendarId } = await connected();
  await database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: new Date(now), channelId: "c", channelExpiresAt: new Date(now + 3 * DAY_MS) } });
  const visit = await buildVisit(database.db, built);
  const past = await buildVisit(database.db, built, { startsAt: new Date(now - DAY_MS), endsAt: new Date(now - DAY_MS / 2) });
  for (const booking of [visit, past]) await database.db.$transaction((tx) => requestCalendarUpdate(tx, booking));
  const leave = async (state: "PENDING" | "FAILED", age: number) => {
    for (const { seriesId } of [visit, past]) {
      await database.pool.query("SELECT graphile_worker.remove_job($1)", [`push:${seriesId}`]);
      await database.db.calendarEventLink.update({ where: { seriesId }, data: { state, updatedAt: new Date(now - age) } });
    }
  };
  await leave("PENDING", 4 * 60_000);
  expect(await pollCalendars(app)).toBe(0);
  await leave("PENDING", 6 * 60_000);
  expect(await pollCalendars(app)).toBe(1);
  expect(await pollCalendars(app)).toBe(0);
  await leave("FAILED", 59 * 60_000);
  expect(await pollCalendars(app)).toBe(0);
  await leave("FAILED", 61 * 60_000);
  expect(await pollCalendars(app)).toBe(1);
});

test("a paused or disconnected account is not polled", async () => {
  const app = appAt("https://clinic.example");
  const { connectionId } = await connected();
  for (const status of ["RECONNECT_NEEDED", "DISCONNECTED"] as const) {
    await database.db.calendarConnection.update({ where: { id: connectionId }, data: { status } });
    expect(await pollCalendars(app)).toBe(0);
  }
});

test("a channel opened while its calendar is put out of use is closed again and not kept", async () => {
  const { calendarId, channels } = await connected();
  const app = appAt("https://clinic.example");
  const { calendar } = google.ports;
  const stopping: AppContext = { ...app, ports: { ...app.ports, calendar: { ...calendar, watch: async (...call) => {
    const opened = await calendar.watch(...call);
    await database.db.calendar.update({ where: { id: calendarId }, data: { readsBusy: false, receivesBookings: false } });
    return opened;
  } } } };
  await renewChannel(stopping, calendarId);
  expect(await calendarRow(calendarId)).toMatchObject({ channelId: null, channelExpiresAt: null });
  expect(await channels()).toEqual([]);
});
