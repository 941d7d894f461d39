import { EventEmitter } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { createLogger } from "@/platform/logger";
import { keepHeartbeat } from "./heartbeat";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

/** A job taken by `worker` some seconds ago. */
async function takenJob(worker: string, secondsAgo: number): Promise<string> {
  const { rows } = await database.pool.query<{ id: string }>("SELECT id FROM graphile_worker.add_job('messages.send', '{}'::json, queue_name => $1)", [`queue-of-${worker}`]);
  await database.pool.query("UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - make_interval(secs => $3) WHERE id = $1", [rows[0]?.id, worker, secondsAgo]);
  return rows[0]?.id ?? "";
}

const holderOf = async (id: string) => (await database.pool.query<{ locked_by: string | null }>("SELECT locked_by FROM graphile_worker.jobs WHERE id = $1", [id])).rows[0]?.locked_by;

async function beatOnce(): Promise<void> {
  const heartbeat = await keepHeartbeat({ pool: database.pool, log: createLogger("silent", "test") }, new EventEmitter());
  await heartbeat.stop();
}

const report = (workers: string[], secondsAgo: number) =>
  database.pool.query("INSERT INTO worker_process (id, worker_ids, seen_at) VALUES (gen_random_uuid(), $1, now() - make_interval(secs => $2))", [workers, secondsAgo]);

test("work of a process that went silent, or died before it ever reported its workers, is released", async () => {
  await report(["silent"], 60);
  const jobs = [await takenJob("silent", 60), await takenJob("never-reported", 60)];
  await beatOnce();
  expect(await Promise.all(jobs.map(holderOf))).toEqual([null, null]);
});

test("work of live workers stays theirs, however long it takes, and so does work taken a moment ago", async () => {
  await report(["busy"], 1);
  const jobs = [await takenJob("busy", 3_000), await takenJob("just-started", 1)];
  await beatOnce();
  expect(await Promise.all(jobs.map(holderOf))).toEqual(["busy", "just-started"]);
});
