import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { capBackoff } from "./cap-backoff";
import { enqueue } from "./enqueue";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

test("a failed job waits at most five minutes; work that is merely planned keeps its time", async () => {
  const HOUR_MS = 3_600_000;
  const later = Date.now() + HOUR_MS;
  await database.db.$transaction(async (tx) => {
    await enqueue(tx, "messages.send", { messageId: "failed" }, { key: "failed", runAt: later });
    await enqueue(tx, "messages.send", { messageId: "planned" }, { key: "planned", runAt: later });
  });
  await database.pool.query("SELECT graphile_worker.reschedule_jobs(ARRAY[id], attempts => 9) FROM graphile_worker.jobs WHERE key = 'failed'");
  await capBackoff(testContext(database, { actor: { kind: "system", job: "test" }, now: Date.now() }));
  const { rows } = await database.pool.query<{ key: string; wait: number }>("SELECT key, extract(epoch FROM run_at - now())::int AS wait FROM graphile_worker.jobs ORDER BY key");
  const [failed, planned] = rows;
  expect(failed?.wait).toBeGreaterThan(100);
  expect(failed?.wait).toBeLessThanOrEqual(300);
  expect(planned?.wait).toBeGreaterThan(3000);
});
