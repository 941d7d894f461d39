import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
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
  const providers: BuiltProvider[] = [];
  for (const account of ACCOUNTS) {
    const provider = await buildProvider(stack.database.db);
    await stack.connectCalendar(provider.providerId, account.email);
    providers.push(provider);
  }
  const reader = stack.startWorker();
  await eventually("the calendars to be read", async () => (await stack.database.db.calendar.count({ where: { lastReadAt: { not: null } } })) === ACCOUNTS.length, 60);
  reader.kill("SIGTERM");
  await once(reader, "exit");
  const bookings: MadeBooking[] = [];
  for (const [index, provider] of providers.entries()) bookings.push(...(await bookMany(stack.container, provider, BOOKINGS_EACH, index * BOOKINGS_EACH)));

  let killedAtWork = 0;
  let next = stack.standByWorker();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const worker = next;
    worker.stdin.end();
    next = stack.standByWorker();
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

  next.stdin.end();
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
