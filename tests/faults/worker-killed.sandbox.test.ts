import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProvider } from "@tests/support/builders/build-provider";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { bookMany, type MadeBooking } from "./book-many";
import { expectExactlyOnce, untilQuiet } from "./expect-exactly-once";

const ACCOUNTS = ["one", "two", "three", "four"].map((name) => ({ email: `${name}@clinic.example`, name, timeZone: "Europe/Berlin" }));
const BOOKINGS_EACH = 50;
const KILLS = 5;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ accounts: ACCOUNTS });
});
afterAll(() => stack.destroy());

test("a worker killed at random moments during 200 bookings leaves one event and one of each message per booking", { timeout: 480_000 }, async () => {
  const bookings: MadeBooking[] = [];
  for (const [index, account] of ACCOUNTS.entries()) {
    const provider = await buildProvider(stack.database.db);
    await stack.connectCalendar(provider.providerId, account.email);
    const worker = stack.startWorker();
    await eventually("the calendar to be read", async () => (await stack.database.db.calendar.count({ where: { providerId: provider.providerId, lastReadAt: { not: null } } })) === 1, 30);
    worker.kill("SIGTERM");
    await once(worker, "exit");
    bookings.push(...(await bookMany(stack.container, provider, BOOKINGS_EACH, index * BOOKINGS_EACH)));
  }

  let killedAtWork = 0;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const worker = stack.startWorker();
    const before = await doneSoFar();
    // Somewhere inside the work, a different place each time.
    const target = before + 5 + Math.floor(Math.random() * 60);
    await eventually("some work to be done", async () => (await doneSoFar()) >= target || (await dueJobs()) === 0, 60);
    const { rows } = await stack.database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE locked_at IS NOT NULL");
    if (rows.length > 0) killedAtWork += 1;
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
  expect(killedAtWork).toBeGreaterThan(0);

  stack.startWorker();
  await untilQuiet(stack, 240);
  await expectExactlyOnce(stack, ACCOUNTS.map((account) => account.email), bookings);
});

async function doneSoFar(): Promise<number> {
  const { rows } = await stack.database.pool.query<{ done: number }>(
    "SELECT (SELECT count(*)::int FROM message WHERE state NOT IN ('QUEUED', 'SENDING')) + (SELECT count(*)::int FROM calendar_event_link WHERE state = 'SYNCED') AS done",
  );
  return rows[0]?.done ?? 0;
}

async function dueJobs(): Promise<number> {
  const { rows } = await stack.database.pool.query<{ due: number }>("SELECT count(*)::int AS due FROM graphile_worker.jobs WHERE run_at <= now()");
  return rows[0]?.due ?? 0;
}
