import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { SYSTEM } from "@tests/support/booking-requests";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { withAccessToken } from "@/application/calendar/with-access-token";
import { IntegrationError } from "@/application/shared/errors";
import { readEnv } from "@/platform/env";
import { googleQuota } from "./google-quota";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const ENV = { DATABASE_URL: "postgresql://unused", PUBLIC_ORIGIN: "http://localhost:3000", AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}` };
let ahead = 0;
const quotaOf = (account: number, project: number) =>
  googleQuota({ pool: database.pool, env: { ...readEnv(ENV), GOOGLE_CALLS_PER_MINUTE: project, GOOGLE_CALLS_PER_MINUTE_PER_ACCOUNT: account }, clock: { now: () => Date.now() + ahead } });

const takenOf = async (takes: Promise<void>[]) => {
  const settled = await Promise.allSettled(takes);
  for (const result of settled) if (result.status === "rejected") expect(result.reason).toMatchObject({ failure: { kind: "rate-limited", code: "own-quota", retryAfterSeconds: expect.any(Number) } });
  return settled.filter(({ status }) => status === "fulfilled").length;
};

test("processes share an account's calls of a minute; who comes too late is told when, and the next minute has its own", async () => {
  const processes = [quotaOf(20, 1_000), quotaOf(20, 1_000)];
  const account = crypto.randomUUID();
  expect(await takenOf(Array.from({ length: 60 }, async (_, i) => processes[i % 2]?.take(account)))).toBe(20);
  expect(await takenOf([quotaOf(20, 1_000).take(crypto.randomUUID())])).toBe(1);
  const refused = await processes[0]?.take(account).catch((error: unknown) => error);
  const seconds = refused instanceof IntegrationError ? (refused.failure.retryAfterSeconds ?? 0) : 0;
  expect(seconds).toBeGreaterThan(30);
  expect(seconds).toBeLessThanOrEqual(70);
  ahead = 61_000;
  await database.pool.query("UPDATE rate_limit SET expire = expire - 61000");
  expect(await takenOf(Array.from({ length: 30 }, async () => processes[0]?.take(account)))).toBe(20);
});

test("all accounts together stay within the project's calls", async () => {
  await database.db.rateLimit.deleteMany();
  const quota = quotaOf(50, 40);
  expect(await takenOf(Array.from({ length: 90 }, (_, i) => quota.take(`account-${i}`)))).toBe(40);
});

test("without a call left Google is not asked, and the work comes back", async () => {
  const { providerId } = await buildProvider(database.db);
  const { connectionId } = await buildCalendarConnection(database.db, providerId);
  const app = testContext(database, { actor: SYSTEM, now: () => Date.now(), ports: { googleQuota: { mayLook: () => Promise.resolve(true), take: () => Promise.reject(new IntegrationError({ vendor: "google", operation: "quota", kind: "rate-limited", code: "own-quota", retryAfterSeconds: 9 })) } } });
  let asked = false;
  await expect(withAccessToken(app, connectionId, async () => (asked = true))).rejects.toMatchObject({ failure: { retryAfterSeconds: 9 } });
  expect(asked).toBe(false);
});
