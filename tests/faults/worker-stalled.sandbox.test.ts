import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildProvider } from "@tests/support/builders/build-provider";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { bookMany } from "./book-many";
import { expectExactlyOnce, untilQuiet } from "./expect-exactly-once";

const ACCOUNT = { email: "stalled@clinic.example", name: "Stalled", timeZone: "Europe/Berlin" };

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [ACCOUNT] });
});
afterAll(() => stack.destroy());

const count = async (sql: string) => (await stack.database.pool.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`)).rows[0]?.count ?? 0;

test("a worker that stands still in the middle of everything, is taken for dead and wakes up, doubles nothing", { timeout: 300_000 }, async () => {
  const provider = await buildProvider(stack.database.db);
  await stack.connectCalendar(provider.providerId, ACCOUNT.email);
  const stalling = stack.startWorker();
  await eventually("the calendar to be read", async () => (await stack.database.db.calendar.count({ where: { lastReadAt: { not: null } } })) === 1, 60);

  // It will stand between claiming a message and sending it, and between asking Google and hearing the answer.
  const links = new Client({ connectionString: stack.database.url });
  await links.connect();
  const bookings = await bookMany(stack.container, provider, 3, 0);
  await links.query("BEGIN; LOCK TABLE booking_link IN ACCESS EXCLUSIVE MODE");
  await stack.inspect("POST", "/_sandbox/faults", { vendor: "google", match: "/events", method: "POST", delayMs: 3_000 });
  await eventually("messages to be claimed and not yet sent", async () => (await count("message WHERE state = 'SENDING'")) >= 2 && (await count("pg_locks WHERE NOT granted")) >= 2, 60);
  const claimed = await stack.database.db.message.findMany({ where: { state: "SENDING" }, select: { id: true, attemptedAt: true } });
  stalling.kill("SIGSTOP");
  await links.query("ROLLBACK");
  await links.end();
  await stack.inspect("DELETE", "/_sandbox/faults");
  expect(await count("graphile_worker._private_jobs WHERE locked_by IS NOT NULL")).toBeGreaterThan(0);

  // Another one releases its work after twelve seconds, and its claims when they are over.
  stack.startWorker();
  await eventually("the other worker to have done it all", async () => (await count("message WHERE state IN ('QUEUED', 'SENDING')")) === 0 && (await count("message")) >= 9 && (await count("calendar_event_link WHERE state <> 'SYNCED'")) === 0, 150);
  const taken = await stack.database.db.message.findMany({ where: { id: { in: claimed.map(({ id }) => id) } }, select: { id: true, attempts: true } });
  for (const { attempts } of taken) expect(attempts).toBeGreaterThan(1);

  // It wakes with its claims in hand, and must find that they are worth nothing any more.
  const before = await seenByVendors();
  stalling.kill("SIGCONT");
  await eventually("the woken worker to report itself alive", async () => (await count("worker_process WHERE seen_at > now() - interval '3 seconds'")) === 2, 60);
  await untilQuiet(stack, 90);
  expect(await seenByVendors()).toEqual(before);
  // PostgreSQL has hung up on it meanwhile, and it lives and works all the same.
  expect([stalling.exitCode, stalling.signalCode]).toEqual([null, null]);
  await expectExactlyOnce(stack, [ACCOUNT.email], bookings);
});

/** How many sends and inserts reached each vendor. */
async function seenByVendors(): Promise<Record<string, number>> {
  const { requests } = await stack.inspect<{ requests: { vendor: string; method: string; path: string }[] }>("GET", "/_sandbox/requests");
  const sends = requests.filter(({ method, path }) => method === "POST" && /Messages\.json|mail\/send|\/events/.test(path));
  return Object.fromEntries(["google", "twilio", "sendgrid"].map((vendor) => [vendor, sends.filter((request) => request.vendor === vendor).length]));
}
