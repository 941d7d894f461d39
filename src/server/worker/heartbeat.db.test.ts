import { EventEmitter } from "node:events";
import { run, Logger } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventually } from "@tests/support/eventually";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { enqueue } from "@/application/shared/enqueue";
import { createLogger } from "@/platform/logger";
import { keepHeartbeat } from "./heartbeat";
import { giveBackWork } from "./release-work";

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

test("a worker that dies after it asked for its job again leaves one job, which is the new one", async () => {
  const old = await takenJob("asked-again", 60);
  await database.pool.query("UPDATE graphile_worker._private_jobs SET key = 'send:again' WHERE id = $1", [old]);
  await database.db.$transaction((tx) => enqueue(tx, "messages.send", { messageId: "again" }, { key: "send:again" }));
  await beatOnce();
  const { rows } = await database.pool.query("SELECT attempts, locked_by, key FROM graphile_worker.jobs WHERE id = $1 OR key = 'send:again'", [old]);
  expect(rows).toEqual([{ attempts: 0, locked_by: null, key: "send:again" }]);
});

test("work given up after its last try stays to be seen, also when its worker died in it", async () => {
  const last = await takenJob("in-its-last-try", 60);
  await database.pool.query("UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE id = $1", [last]);
  await beatOnce();
  expect(await holderOf(last)).toBeNull();
});

test("a queue that a dead worker holds without a job in it is released", async () => {
  await database.pool.query("SELECT graphile_worker.add_job('messages.send', '{}'::json, queue_name => 'left-behind')");
  await database.pool.query("UPDATE graphile_worker._private_job_queues SET locked_by = 'gone', locked_at = now() - interval '1 minute' WHERE queue_name = 'left-behind'");
  await beatOnce();
  const { rows } = await database.pool.query("SELECT is_available FROM graphile_worker._private_job_queues WHERE queue_name = 'left-behind'");
  expect(rows).toEqual([{ is_available: true }]);
});

test("a live process gives back, with its queue, what it holds and does not do, and keeps what it does or took a moment ago", async () => {
  const jobs = [await takenJob("forgetful", 60), await takenJob("forgetful", 60), await takenJob("forgetful", 1)];
  const [lost, doing, fresh] = jobs;
  await database.pool.query("UPDATE graphile_worker._private_job_queues SET locked_by = 'forgetful', locked_at = now() - interval '1 minute' WHERE queue_name = 'queue-of-forgetful'");
  const other = (await database.pool.query<{ id: string }>("SELECT id FROM graphile_worker.add_job('messages.send', '{}'::json, queue_name => 'stands-still')")).rows[0]?.id ?? "";
  await database.pool.query("UPDATE graphile_worker._private_job_queues SET locked_by = 'forgetful', locked_at = now() - interval '1 minute' WHERE queue_name = 'stands-still'");
  await database.pool.query("UPDATE graphile_worker._private_jobs SET locked_by = 'forgetful', locked_at = now() - interval '1 minute' WHERE id = $1", [other]);
  expect(await giveBackWork(database.pool, { names: ["forgetful"], inHand: [doing ?? ""], forSeconds: 12 })).toBe(3);
  expect(await Promise.all([lost, doing, fresh, other].map((id) => holderOf(id ?? "")))).toEqual([null, "forgetful", "forgetful", null]);
  const { rows } = await database.pool.query("SELECT queue_name, is_available FROM graphile_worker._private_job_queues WHERE queue_name IN ('queue-of-forgetful', 'stands-still') ORDER BY 1");
  expect(rows).toEqual([{ queue_name: "queue-of-forgetful", is_available: false }, { queue_name: "stands-still", is_available: true }]);
});

test("a process reports the very name under which the queue locks its jobs", async () => {
  const events = new EventEmitter();
  const heartbeat = await keepHeartbeat({ pool: database.pool, log: createLogger("silent", "test") }, events);
  let finish = () => {};
  const finished = new Promise<void>((done) => (finish = done));
  const runner = await run({ pgPool: database.pool, noHandleSignals: true, taskList: { "long-job": () => finished }, logger: new Logger(() => () => undefined), events });
  await database.pool.query("SELECT graphile_worker.add_job('long-job', '{}'::json)");
  const isReported = async () => {
    const { rows } = await database.pool.query("SELECT 1 FROM graphile_worker.jobs JOIN worker_process ON locked_by = ANY (worker_ids) WHERE task_identifier = 'long-job'");
    return rows.length === 1;
  };
  await eventually("the holder of the running job to be reported", isReported);
  finish();
  await runner.stop();
  await heartbeat.stop();
});

test("a queue that was replaced keeps its name on the list until its last job has ended, and no longer than it may", async () => {
  const events = new EventEmitter();
  const heartbeat = await keepHeartbeat({ pool: database.pool, log: createLogger("silent", "test") }, events);
  const id = await takenJob("replaced", 60);
  const [worker, job] = [{ workerId: "one" }, { id }];
  events.emit("pool:create", { workerPool: { id: "replaced" } });
  events.emit("job:start", { worker, job });
  await eventually("it to be on the list", async () => (await database.pool.query("SELECT 1 FROM worker_process WHERE 'replaced' = ANY (worker_ids)")).rows.length === 1);
  let isOver = false;
  const over = heartbeat.outlastJobs(new AbortController().signal).then(() => (isOver = true));
  await heartbeat.outlastJobs(AbortSignal.abort());
  await beatOnce();
  expect([isOver, await holderOf(id)]).toEqual([false, "replaced"]);
  events.emit("job:complete", { worker, job });
  await over;
  await heartbeat.stop();
});
