import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { TEST_ENCRYPTION_KEYS } from "@tests/support/test-context";
import { createContainer, type Container } from "./container";
import { countRequest, type Counted } from "./rate-limit";

let database: TestDatabase;
let one: Container;
let other: Container;

const process = (databaseUrl: string) =>
  createContainer("test", { DATABASE_URL: databaseUrl, PUBLIC_ORIGIN: "http://localhost:3000", AUTH_SECRET: "a secret for tests only, long enough", ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS, LOG_LEVEL: "silent", RATE_LIMIT_PER_HOUR: "5" });

beforeAll(async () => {
  database = await createTestDatabase();
  one = process(database.url);
  other = process(database.url);
});
afterAll(async () => {
  await one.close();
  await other.close();
  await database.destroy();
});

const guest = (id: string): Actor => ({ kind: "guest", id });
const user = (userId: string): Actor => ({ kind: "user", userId, email: "someone@example.test", name: null, isAdministrator: false, providerId: null, memberships: [] });

/** How many of `count` requests pass, spread over both processes. */
async function passing(actor: Actor, kind: Counted, count: number): Promise<number> {
  let passed = 0;
  for (let index = 0; index < count; index += 1) {
    try {
      await countRequest(index % 2 === 0 ? one : other, actor, kind);
      passed += 1;
    } catch (error) {
      expect(error).toMatchObject({ code: "RATE_LIMITED", details: { retryAfterSeconds: expect.any(Number) } });
    }
  }
  return passed;
}

test("changes are counted exactly over all processes, for each actor apart", async () => {
  expect(await passing(guest("writer"), "write", 12)).toBe(5);
  expect(await passing(guest("another writer"), "write", 5)).toBe(5);
});

test("reads are twenty times as many and cost a write of the counter only now and then", async () => {
  expect(await passing(guest("reader"), "read", 130)).toBe(100);
  const { points } = await database.db.rateLimit.findUniqueOrThrow({ where: { key: "read:guest:reader" } });
  expect(points).toBeLessThanOrEqual(120);
});

test("signed-in people may make twenty times as many changes", async () => {
  expect(await passing(user("desk"), "signed-in-write", 130)).toBe(100);
});

test("when counting is impossible reads pass and changes do not", async () => {
  const cutOff = process("postgresql://postgres@127.0.0.1:1/nothing");
  await countRequest(cutOff, guest("reader"), "read");
  await countRequest(cutOff, user("desk"), "signed-in-read");
  await expect(countRequest(cutOff, guest("writer"), "write")).rejects.toMatchObject({ code: "OVERLOADED" });
  await expect(countRequest(cutOff, user("desk"), "signed-in-write")).rejects.toMatchObject({ code: "OVERLOADED" });
  await cutOff.close();
});
