import { Pool, type PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { eventually } from "@tests/support/eventually";
import { TEST_ENCRYPTION_KEYS } from "@tests/support/test-context";
import { createContainer, type Container } from "@/server/container";
import { startWorker } from "./start-worker";

let database: TestDatabase;
let container: Container;
beforeAll(async () => {
  database = await createTestDatabase();
  container = createContainer("test", { DATABASE_URL: database.url, PUBLIC_ORIGIN: "http://localhost:3000", AUTH_SECRET: "x".repeat(32), ENCRYPTION_KEYS: TEST_ENCRYPTION_KEYS, LOG_LEVEL: "silent" });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(async () => {
  await container.close();
  await database.destroy();
});

const rows = async (sql: string) => (await database.pool.query<Record<string, unknown>>(sql)).rows;
const workers = () => rows("SELECT id, worker_ids, idle_since FROM worker_process");

test("an orderly stop leaves no lock behind, also of a job whose taking was never heard of, and ends before the connections go", async () => {
  const worker = await startWorker(container);
  const other = await database.pool.connect();
  await eventually("a look at the queue", async () => (await workers()).some(({ worker_ids }) => Array.isArray(worker_ids) && worker_ids.length > 0));
  const { rows: [row] } = await database.pool.query<{ pool: string }>("SELECT worker_ids[1] AS pool FROM worker_process");
  await other.query("BEGIN");
  // What a take whose answer got lost leaves behind.
  await other.query("INSERT INTO graphile_worker._private_job_queues (queue_name, locked_by, locked_at) VALUES ('q', $1, now())", [row?.pool]);
  await other.query("SELECT graphile_worker.add_job('messages.send', '{}'::json, queue_name => 'q', run_at => now() + interval '1 hour')");
  await other.query("UPDATE graphile_worker._private_jobs SET locked_by = $1, locked_at = now()", [row?.pool]);
  await other.query("COMMIT");
  other.release();
  await worker.stop();
  await worker.ended;
  expect(await rows("SELECT locked_by FROM graphile_worker._private_jobs")).toEqual([{ locked_by: null }]);
  expect(await rows("SELECT is_available FROM graphile_worker._private_job_queues")).toEqual([{ is_available: true }]);
  expect(await workers()).toEqual([]);
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
});

test("a queue that asks for no work any more is reported idle and begun anew, and then works again", async () => {
  const pool = new DeafPool({ connectionString: database.url });
  // The heartbeat's time, and nobody else's.
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  const worker = await startWorker({ ...container, pool });
  const [first] = await workers();
  pool.isDeaf = true;
  await eventually("every worker's question to go unanswered", () => pool.unanswered >= container.env.WORKER_CONCURRENCY);
  await database.pool.query("SELECT graphile_worker.add_job('openings.verify', '{}'::json)");
  for (let seconds = 0; seconds < 42; seconds += 2) {
    await vi.advanceTimersByTimeAsync(2_000);
    await eventually("the beat", async () => (await workers()).length === 1);
  }
  await eventually("it to be reported idle", async () => {
    // A beat is left out while the one before is under way.
    await vi.advanceTimersByTimeAsync(2_000);
    return (await workers()).some(({ idle_since }) => idle_since !== null);
  });
  expect(await rows("SELECT attempts FROM graphile_worker.jobs WHERE task_identifier = 'openings.verify'")).toEqual([{ attempts: 0 }]);
  pool.isDeaf = false;
  vi.useRealTimers();
  await eventually("another to have begun", async () => (await workers()).every(({ id }) => id !== first?.id), 20);
  await eventually("the work to be done", async () => (await rows("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'openings.verify'")).length === 0, 20);
  await worker.stop();
  expect(await workers()).toEqual([]);
  await pool.end();
}, 60_000);

type Callback = (error: Error | undefined, client: PoolClient | undefined, done: (release?: boolean | Error) => void) => void;

/** A pool that, while it is deaf, gives no connection to whoever waits for one, as the queue does when it asks for a job. */
class DeafPool extends Pool {
  isDeaf = false;
  unanswered = 0;

  override connect(): Promise<PoolClient>;
  override connect(callback: Callback): void;
  override connect(callback?: Callback): Promise<PoolClient> | void {
    if (callback !== undefined) return super.connect(callback);
    if (!this.isDeaf) return super.connect();
    this.unanswered += 1;
    return new Promise(() => undefined);
  }
}
