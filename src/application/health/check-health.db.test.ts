import { afterAll, beforeEach, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import type { Actor, UserActor } from "@/application/shared/actor";
import type { TextPort } from "@/application/shared/ports";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { checkHealth } from "./check-health";
import { getHealthDetails } from "./get-health-details";

const NOW = Date.now();
const SYSTEM: Actor = { kind: "system", job: "health" };
const ADMINISTRATOR: UserActor = { kind: "user", userId: uuidv7(), email: "admin@example.test", name: null, isAdministrator: true, providerId: null, memberships: [] };
const minutesAgo = (minutes: number) => new Date(NOW - minutes * 60_000);
const textPort: TextPort = { sender: "+15005550006", send: () => Promise.reject(new Error("not asked")), findSent: () => Promise.resolve(null) };

let database: TestDatabase;
// The figures are the whole installation's, so every test has its own.
beforeEach(async () => {
  await database?.destroy();
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor, ports = {}) => testContext(database, { actor, now: NOW, ports });
const workerSeen = (seenAt: Date) => database.db.workerProcess.create({ data: { id: uuidv7(), workerIds: [], seenAt } });

test("with a living worker and nothing waiting everything is well, and what is off says so", async () => {
  await workerSeen(minutesAgo(0));
  const health = await checkHealth(as(SYSTEM));
  expect(health.status).toBe("ok");
  expect(health.checks).toMatchObject({ database: { status: "ok" }, worker: { status: "ok" }, queue: { status: "ok" }, messages: { status: "ok" }, googleCalendar: { status: "off" }, email: { status: "off" }, sms: { status: "off" } });
  expect(health.checks.zoneData.figures.app).toMatch(/^20\d\d[a-z]$/);
});

test("without a worker for a minute the installation is down, whether it ever ran or not", async () => {
  expect(await checkHealth(as(SYSTEM))).toMatchObject({ status: "down", checks: { worker: { status: "down" } } });
  await workerSeen(minutesAgo(2));
  expect(await checkHealth(as(SYSTEM))).toMatchObject({ status: "down", checks: { database: { status: "ok" }, worker: { status: "down" } } });
});

test("a worker that reports and takes no work is no living worker", async () => {
  await database.db.workerProcess.create({ data: { id: uuidv7(), workerIds: [], seenAt: minutesAgo(0), idleSince: minutesAgo(1) } });
  expect(await checkHealth(as(SYSTEM))).toMatchObject({ status: "down", checks: { worker: { status: "down", sentence: expect.stringContaining("takes no work") } } });
  await workerSeen(minutesAgo(0));
  expect(await checkHealth(as(SYSTEM))).toMatchObject({ status: "degraded", checks: { worker: { status: "degraded" } } });
});

test("an unreachable database is down, in words without its address", async () => {
  const gone = await createTestDatabase();
  await gone.destroy();
  const health = await checkHealth(testContext(gone, { actor: SYSTEM, now: NOW }));
  expect(health).toMatchObject({ status: "down", checks: { database: { status: "down" } } });
  expect(JSON.stringify(health)).not.toMatch(/postgres|127\.0\.0\.1/);
});

test("a message, a calendar or work that waits too long degrades the whole", async () => {
  await workerSeen(minutesAgo(0));
  const built = await buildProvider(database.db);
  await database.db.message.create({ data: { id: uuidv7(), providerId: built.providerId, recipient: "PATIENT", channel: "SMS", address: "+493012345678", template: "reminder", dedupeKey: "a", createdAt: minutesAgo(11) } });
  expect((await checkHealth(as(SYSTEM))).checks.messages.status).toBe("degraded");
  await buildCalendarConnection(database.db, built.providerId, { calendar: { lastReadAt: minutesAgo(20) } });
  expect((await checkHealth(as(SYSTEM))).checks.calendarSync.status).toBe("degraded");
  await database.pool.query("SELECT graphile_worker.add_job('messages.send', '{}'::json, run_at => $1)", [minutesAgo(3)]);
  const health = await checkHealth(as(SYSTEM));
  expect(health.checks.queue).toMatchObject({ status: "degraded", figures: { waiting: 1 } });
  expect(health.checks.search.status).toBe("ok");
  await database.db.openingChange.create({ data: { providerId: built.providerId, fromAt: minutesAgo(0), notedAt: minutesAgo(4) } });
  expect((await checkHealth(as(SYSTEM))).checks.search).toMatchObject({ status: "degraded", figures: { oldestChangeAt: minutesAgo(4).toISOString() } });
  expect(health.status).toBe("degraded");
  expect(JSON.stringify(health)).not.toContain("+49301");
});

test("what waits on purpose is no delay, is counted by itself, and counts from when its time has come", async () => {
  await database.db.message.deleteMany();
  const { providerId } = await buildProvider(database.db);
  const waiting = { providerId, recipient: "PATIENT" as const, channel: "SMS" as const, address: "+493012345678", template: "reminder", createdAt: minutesAgo(300) };
  await database.db.message.create({ data: { id: uuidv7(), ...waiting, dedupeKey: "held", heldUntil: minutesAgo(-5) } });
  expect((await checkHealth(as(SYSTEM))).checks.messages).toMatchObject({ status: "ok", figures: { heldBack: 1, oldestUnsentAt: null } });
  await database.db.message.create({ data: { id: uuidv7(), ...waiting, dedupeKey: "was held", heldUntil: minutesAgo(9) } });
  expect((await checkHealth(as(SYSTEM))).checks.messages).toMatchObject({ status: "ok", figures: { heldBack: 1, oldestUnsentAt: minutesAgo(9).toISOString() } });
  await database.db.message.update({ where: { dedupeKey: "was held" }, data: { heldUntil: minutesAgo(11) } });
  expect((await checkHealth(as(SYSTEM))).checks.messages.status).toBe("degraded");
  await database.db.message.deleteMany();
});

test("a channel is judged by its last outcome", async () => {
  await workerSeen(minutesAgo(0));
  const { providerId } = await buildProvider(database.db);
  const message = { providerId, recipient: "PATIENT" as const, channel: "SMS" as const, address: "+493012345678", template: "reminder" };
  await database.db.message.create({ data: { id: uuidv7(), ...message, dedupeKey: "failed", state: "FAILED", attemptedAt: minutesAgo(5) } });
  expect((await checkHealth(as(SYSTEM, { sms: textPort }))).checks.sms.status).toBe("degraded");
  await database.db.message.create({ data: { id: uuidv7(), ...message, dedupeKey: "sent", state: "SENT", sentAt: minutesAgo(1) } });
  expect((await checkHealth(as(SYSTEM, { sms: textPort }))).checks.sms.status).toBe("ok");
});

test("administrators see each connection and what failed; nobody else does", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId, { calendar: { lastReadAt: minutesAgo(2) } });
  await database.pool.query("SELECT graphile_worker.add_job('messages.send', '{}'::json)");
  await database.pool.query("UPDATE graphile_worker._private_jobs SET last_error = 'twilio messages.create: permanent (21610)', attempts = 3");
  const details = await getHealthDetails(as(ADMINISTRATOR));
  expect(details.connections).toMatchObject([{ provider: "Dr Test", status: "ACTIVE", lagSeconds: 120 }]);
  expect(details.failedJobs).toMatchObject([{ task: "messages.send", attempts: 3, sentence: "The person replied STOP, so no SMS may be sent to this number.", lastError: "twilio messages.create: permanent (21610)" }]);
  await expect(getHealthDetails(as({ ...ADMINISTRATOR, isAdministrator: false }))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getHealthDetails(as({ kind: "guest", id: "g" }))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});
