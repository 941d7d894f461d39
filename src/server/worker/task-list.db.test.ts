import { runOnce } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { eventually } from "@tests/support/eventually";
import { offlineGoogle } from "@tests/support/google/offline-google";
import { testContext } from "@tests/support/test-context";
import { enqueue } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import { createLogger } from "@/platform/logger";
import { queueLogger, taskList } from "./task-list";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

/** Reads a calendar whose vendor refuses, and answers the job that is left. */
async function refusedRead(retryAfterSeconds?: number) {
  const { providerId } = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, providerId);
  const { calendar } = offlineGoogle();
  const refusing = { ...calendar, listEvents: () => Promise.reject(new IntegrationError({ vendor: "google", operation: "calendar.list-events", kind: "rate-limited", ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) })) };
  const contextFor = (actor: Parameters<typeof testContext>[1]["actor"]) => testContext(database, { actor, now: () => Date.now(), ports: { calendar: refusing } });
  await database.db.$transaction((tx) => enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: `calendar:${providerId}` }));
  await runOnce({ pgPool: database.pool, noHandleSignals: true, taskList: taskList({ contextFor }), logger: queueLogger({ log: createLogger("silent", "test") }) });
  const leftJob = () =>
    database.pool.query<{ wait: number; queue_name: string; tries_left: number; locked_by: string | null }>(
      "SELECT extract(epoch FROM run_at - now())::float8 AS wait, queue_name, max_attempts - attempts AS tries_left, locked_by FROM graphile_worker.jobs WHERE key = $1",
      [`sync:${calendarId}`],
    );
  // The queue writes a failure down after the run has ended.
  const rows = await eventually("the failure to be written down", async () => {
    const { rows: left } = await leftJob();
    return left.every((job) => job.locked_by === null) && left;
  });
  return { rows, queue: `calendar:${providerId}` };
}

test("a job comes back when the vendor said, in its queue and with the tries it has left", async () => {
  const { rows, queue } = await refusedRead(120);
  expect(rows).toEqual([{ wait: expect.any(Number), queue_name: queue, tries_left: 299, locked_by: null }]);
  expect(rows[0]?.wait).toBeGreaterThan(100);
  expect(rows[0]?.wait).toBeLessThanOrEqual(120);
});

test("without a word from the vendor the queue's own backoff counts", async () => {
  const { rows } = await refusedRead();
  expect(rows).toMatchObject([{ tries_left: 299, locked_by: null }]);
  expect(rows[0]?.wait).toBeLessThan(10);
});

test("nobody waits longer than an hour at once", async () => {
  const { rows } = await refusedRead(86_400);
  expect(rows[0]?.wait).toBeLessThanOrEqual(3_600);
});
