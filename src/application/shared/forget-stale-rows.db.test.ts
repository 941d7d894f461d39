import { afterAll, beforeAll, expect, test } from "vitest";
import { bookVisit, GUEST, holdRequest, SYSTEM } from "@tests/support/booking-requests";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { expireHolds } from "@/application/booking/expire-holds";
import { holdSlot } from "@/application/booking/hold-slot";
import { forgetStaleRows } from "./forget-stale-rows";

const NOW = Date.UTC(2026, 10, 23, 8);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const ago = (ms: number) => new Date(NOW - ms);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const system = (now = NOW) => testContext(database, { actor: SYSTEM, now });

test("what only mattered for a while goes when its time is over and not before", async () => {
  const { db } = database;
  const built = await buildProvider(db);
  const { calendarId } = await buildCalendarConnection(db, built.providerId);
  const id = () => crypto.randomUUID();
  const pairs = (young: number, old: number) => [["young", young], ["old", old]] as const;
  for (const [name, age] of pairs(47 * HOUR_MS, 49 * HOUR_MS)) await db.idempotencyKey.create({ data: { id: id(), actor: "a", key: name, requestHash: "", createdAt: ago(age) } });
  for (const [name, age] of pairs(23 * HOUR_MS, 25 * HOUR_MS)) {
    await db.session.create({ data: { sessionToken: name, userId: built.userId, expires: ago(age) } });
    await db.oAuthState.create({ data: { stateHash: name, userId: built.userId, sessionHash: "", codeVerifier: "", returnTo: "/", expiresAt: ago(age) } });
  }
  for (const [name, age] of pairs(-1_000, 1_000)) await db.rateLimit.create({ data: { key: name, points: 1, expire: BigInt(NOW - age) } });
  for (const [name, age] of pairs(29 * DAY_MS, 31 * DAY_MS)) await db.webhookEvent.create({ data: { id: id(), vendor: "twilio", vendorId: name, body: {}, receivedAt: ago(age) } });
  for (const [name, age] of pairs(30 * DAY_MS, 32 * DAY_MS)) await db.busyInterval.create({ data: { id: id(), calendarId, providerId: built.providerId, externalEventId: name, startsAt: ago(age + HOUR_MS), endsAt: ago(age), kind: "default" } });

  for (const [name, age] of pairs(59 * DAY_MS, 61 * DAY_MS)) await db.notice.create({ data: { kind: "provider-agenda", subjectId: built.providerId, occasion: name, notedAt: ago(age) } });

  expect(await forgetStaleRows(system())).toEqual({ idempotency_key: 1, oauth_state: 1, calendar_proof: 0, session: 1, rate_limit: 1, webhook_event: 1, booking: 0, notice: 1, sign_in_link: 0, phone_code: 0, contact_card: 0, calendar_comparison: 0, busy_interval: 1, "graphile_worker._private_jobs": 0 });
  expect(await db.idempotencyKey.findMany({ select: { key: true } })).toEqual([{ key: "young" }]);
  expect(await db.session.findMany({ select: { sessionToken: true } })).toEqual([{ sessionToken: "young" }]);
  expect(await db.oAuthState.findMany({ select: { stateHash: true } })).toEqual([{ stateHash: "young" }]);
  expect(await db.rateLimit.findMany({ select: { key: true } })).toEqual([{ key: "young" }]);
  expect(await db.notice.findMany({ select: { occasion: true } })).toEqual([{ occasion: "young" }]);
  expect(await db.webhookEvent.findMany({ select: { vendorId: true } })).toEqual([{ vendorId: "young" }]);
  expect(await db.busyInterval.findMany({ select: { externalEventId: true } })).toEqual([{ externalEventId: "young" }]);
});

test("work that failed while its successor waited is no work given up, nor is a sweep that failed before a later one", async () => {
  const { pool } = database;
  const add = async (task: string, key: string | null) => (await pool.query<{ id: string }>("SELECT id FROM graphile_worker.add_job($1, '{}'::json, job_key => $2, max_attempts => 3)", [task, key])).rows[0]?.id;
  const failing = "attempts = max_attempts, last_error = 'refused', locked_at = NULL";
  const replaced = await add("calendar.sync", "sync:one");
  await pool.query("UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'alive' WHERE id = $1", [replaced]);
  const [successor, withdrawn, givenUp, sweep, lastSweep] = [await add("calendar.sync", "sync:one"), await add("messages.remind", "remind:one"), await add("calendar.sync", "sync:two"), await add("sweep", null), await add("sweep", null)];
  await pool.query("UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'alive' WHERE id = $1", [withdrawn]);
  await pool.query("SELECT graphile_worker.remove_job('remind:one')");
  await pool.query("UPDATE graphile_worker._private_jobs SET created_at = $2 WHERE id = ANY ($1)", [[sweep, givenUp], ago(3 * 60_000)]);
  await pool.query("UPDATE graphile_worker._private_jobs SET created_at = $2 WHERE id = $1", [lastSweep, ago(60_000)]);

  const left = async () => (await pool.query<{ id: string }>("SELECT id FROM graphile_worker._private_jobs ORDER BY id")).rows.map(({ id }) => id);
  await forgetStaleRows(system());
  expect(await left()).toEqual([replaced, successor, withdrawn, givenUp, sweep, lastSweep]);
  await pool.query(`UPDATE graphile_worker._private_jobs SET ${failing} WHERE id <> $1`, [successor]);
  await forgetStaleRows(system());
  expect(await left()).toEqual([successor, givenUp, lastSweep]);
});

test("a hold that nobody confirmed is forgotten after a month; a request that ran out and a booking never are", async () => {
  const built = await buildProvider(database.db);
  const guest = testContext(database, { actor: GUEST, now: NOW });
  const hold = await holdSlot(guest, holdRequest(built, "2026-11-26T09:00:00.000Z"));
  const kept = await bookVisit(guest, built, "2026-11-26T10:00:00.000Z");
  const ranOut = await buildBooking(database.db, built, { startsAt: "2026-11-26T11:00:00Z", booking: { status: "EXPIRED" } });
  await expireHolds(system(NOW + HOUR_MS));
  expect(await forgetStaleRows(system(NOW + 30 * DAY_MS))).toMatchObject({ booking: 0 });
  expect(await forgetStaleRows(system(NOW + 31 * DAY_MS))).toMatchObject({ booking: 1 });
  const left = await database.db.booking.findMany({ where: { providerId: built.providerId }, select: { reference: true } });
  expect(left.map(({ reference }) => reference).sort()).toEqual([kept.reference, ranOut.reference].sort());
  expect(await database.db.booking.count({ where: { id: hold.holdId } })).toBe(0);
});

test("nobody but a background job forgets", async () => {
  await expect(forgetStaleRows(testContext(database, { actor: GUEST, now: NOW }))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});
