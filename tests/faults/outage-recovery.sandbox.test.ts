import { runOnce } from "graphile-worker";
import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { capBackoff } from "@/application/shared/cap-backoff";
import type { Actor } from "@/application/shared/actor";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { createLogger } from "@/platform/logger";
import { googleQuota } from "@/server/google-quota";
import { queueLogger, taskList } from "@/server/worker/task-list";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";

const ACCOUNTS = ["amara.okafor@example.com", "daniel.reyes@example.com"] as const;
const EACH = 250;
const QUOTA = { GOOGLE_CALLS_PER_MINUTE: 200, GOOGLE_CALLS_PER_MINUTE_PER_ACCOUNT: 120 };

const { database, google } = await openGoogle();

/** How far the test's time is ahead of the machine's. */
let ahead = 0;
const clock = { now: () => Date.now() + ahead };

/** Lets time pass for everything that measures it: waiting jobs, counters, tokens and clocks. */
async function pass(ms: number): Promise<void> {
  ahead += ms;
  await database.pool.query("UPDATE graphile_worker._private_jobs SET run_at = run_at - make_interval(secs => $1)", [ms / 1_000]);
  await database.pool.query("UPDATE rate_limit SET expire = expire - $1", [ms]);
}

const nextJobMs = async () => {
  const { rows } = await database.pool.query<{ wait: number | null }>("SELECT (extract(epoch FROM min(run_at) - now()) * 1000)::float8 AS wait FROM graphile_worker.jobs WHERE task_identifier = 'calendar.push-event'");
  return rows[0]?.wait ?? null;
};

test("after two hours without Google, 500 bookings are in the calendars within ten minutes, never faster than the quota", { timeout: 240_000 }, async () => {
  const log = createLogger("silent", "test");
  const ports = { ...google.ports, googleQuota: googleQuota({ pool: database.pool, env: { ...(await import("@/platform/env")).readEnv(ENV), ...QUOTA }, clock }) };
  const contextFor = (actor: Actor) => testContext(database, { actor, now: clock.now, ports });
  const work = () => runOnce({ pgPool: database.pool, noHandleSignals: true, concurrency: 8, taskList: taskList({ contextFor }), logger: queueLogger({ log }) });
  for (const account of ACCOUNTS) await buildWaiting(account);

  // Two hours in vain: some jobs fail before our eyes, and then all have failed often and wait as the queue and the sweep let them.
  await google.fault({ match: "/events", status: 503 });
  const reschedule = (parameters: string, which: string) => database.pool.query(`SELECT graphile_worker.reschedule_jobs(array_agg(id), ${parameters}) FROM graphile_worker.jobs WHERE task_identifier = 'calendar.push-event' AND ${which}`);
  await reschedule("run_at => now() + interval '3 hours'", "id::bigint % 25 <> 0");
  // Workers of one run may pass by a queue that the other just looks at, so a run can end before its work does.
  do await work();
  while (((await nextJobMs()) ?? Infinity) <= 0);
  expect((await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE last_error IS NOT NULL")).rowCount).toBe((2 * EACH) / 25);
  await reschedule("run_at => now() + interval '3 hours', attempts => 40", "true");
  await capBackoff(contextFor({ kind: "system", job: "sweep" }));
  expect(await database.db.calendarEventLink.count({ where: { state: "PENDING" } })).toBe(2 * EACH);
  await google.clearFaults();
  await google.clearRequests();

  const recovered = ahead + Date.now();
  const callsIn: number[] = [];
  for (let calls = 0; ; ) {
    const wait = await nextJobMs();
    if (wait === null) break;
    // A sweep comes by every minute, so nothing is skipped over for longer.
    await pass(Math.ceil(Math.min(Math.max(wait, 0), 60_000)));
    await work();
    await capBackoff(contextFor({ kind: "system", job: "sweep" }));
    const made = (await google.requests()).filter(({ path }) => path.includes("/calendar/")).length;
    const minute = Math.floor((clock.now() - recovered) / 60_000);
    callsIn[minute] = (callsIn[minute] ?? 0) + made - calls;
    calls = made;
  }
  const minutes = (clock.now() - recovered) / 60_000;
  const requests = (await google.requests()).filter(({ path }) => path.includes("/calendar/"));
  expect(await database.db.calendarEventLink.groupBy({ by: ["state"], _count: true })).toEqual([{ state: "SYNCED", _count: 2 * EACH }]);
  for (const account of ACCOUNTS) expect(await google.events(account)).toHaveLength(EACH);
  expect(requests.length).toBeLessThanOrEqual(1.1 * 2 * EACH);
  expect(minutes).toBeLessThanOrEqual(10);
  // A minute of the clock may see the end of one minute of the quota and the beginning of the next.
  for (const calls of callsIn) expect(calls ?? 0).toBeLessThanOrEqual(2 * QUOTA.GOOGLE_CALLS_PER_MINUTE);
  expect(minutes).toBeGreaterThan((2 * EACH) / QUOTA.GOOGLE_CALLS_PER_MINUTE - 1);
});

const ENV = { DATABASE_URL: "postgresql://unused", PUBLIC_ORIGIN: "http://localhost:3000", AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}` };

/** A provider whose EACH coming bookings wait to be written, a job each. */
async function buildWaiting(account: string): Promise<void> {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(account)), calendar: { externalId: "primary" } });
  const first = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 10 * 86_400_000;
  const one = await buildBooking(database.db, built, { startsAt: new Date(first).toISOString() });
  const { reference: _, id: _id, seriesId: _series, ...common } = await database.db.booking.findUniqueOrThrow({ where: { id: one.id } });
  await database.db.booking.delete({ where: { id: one.id } });
  const rows = Array.from({ length: EACH }, (_unused, index) => {
    const id = uuidv7();
    const [startsAt, endsAt] = [new Date(first + index * 3_600_000), new Date(first + index * 3_600_000 + 1_800_000)];
    return { ...common, id, seriesId: id, reference: `${id.slice(-8, -4)}-${id.slice(-4)}`.toUpperCase(), startsAt, endsAt, blockedFrom: startsAt, blockedTo: endsAt };
  });
  await database.db.booking.createMany({ data: rows });
  await database.db.calendarEventLink.createMany({ data: rows.map(({ id }) => ({ id: uuidv7(), seriesId: id, bookingId: id, calendarId, eventId: eventIdOf(id) })) });
  await database.pool.query(
    "SELECT graphile_worker.add_job('calendar.push-event', json_build_object('seriesId', id), $2, NULL, 300, 'push:' || id) FROM unnest($1::text[]) AS id",
    [rows.map(({ id }) => id), `calendar:${built.providerId}`],
  );
}
