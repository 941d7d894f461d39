import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider } from "@tests/support/builders/build-provider";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { startKillingProxy, type Cut as CutAt, type KillingProxy } from "./killing-proxy";
import { letTimePass } from "./let-time-pass";

type MailCall = "send" | "lookup";

const DAY_MS = 86_400_000;
const FRIDAY = 5;
/** Friday 12:30 in UTC, the last one before now: noon has passed in Abidjan, and in Bogotá it is half past seven. */
const halfPastNoon = Math.floor(Date.now() / DAY_MS) * DAY_MS + 12.5 * 3_600_000;
const friday = halfPastNoon - ((new Date(halfPastNoon).getUTCDay() - FRIDAY + 7) % 7 || 7) * DAY_MS;
/** The workers' clock is set back to it; the vendor's and the database's are not. */
const SET_BACK = `--import data:text/javascript,${encodeURIComponent(`const now = Date.now; Date.now = () => now() - ${Date.now() - friday};`)}`;

let stack: TestStack;
let proxy: KillingProxy<MailCall>;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [] });
  proxy = await startKillingProxy(stack.sandbox.origin, ({ method, url = "" }: IncomingMessage) => (url.includes("/sendgrid/") ? (method === "POST" ? "send" : "lookup") : null));
});
afterAll(async () => {
  await stack.destroy();
  await proxy.close();
});

test("the day's visits and the word about an empty week reach their provider once, although the clock strikes twice and the worker is killed while it plans, looks up and sends", { timeout: 180_000 }, async () => {
  const { db, pool } = stack.database;
  const before = { createdAt: new Date(friday - 30 * DAY_MS) };
  const [agenda, week] = [await buildProvider(db, { provider: { ...before, timeZone: "America/Bogota" } }), await buildProvider(db, { provider: { ...before, timeZone: "Africa/Abidjan" }, weekly: [] })];
  await buildBooking(db, agenda, { startsAt: new Date(friday + 3 * 3_600_000).toISOString() });
  const start = () => stack.startWorker({ SENDGRID_BASE_URL: `${proxy.origin}/sendgrid`, WORKER_CONCURRENCY: "1", NODE_OPTIONS: SET_BACK });
  const strikeTwice = () => pool.query("SELECT graphile_worker.add_job('sweep', '{}'::json, max_attempts => 1, priority => -2) FROM generate_series(1, 2)");

  // In the middle of planning: it has the notice's row and cannot write the message yet.
  const holder = new Client({ connectionString: stack.database.url });
  await holder.connect();
  await holder.query("BEGIN; LOCK TABLE message IN SHARE MODE");
  await strikeTwice();
  const planner = start();
  await eventually("a message to be planned", async () => (await pool.query("SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'message'::regclass")).rowCount === 1, 30);
  planner.kill("SIGKILL");
  await once(planner, "exit");
  await holder.query("ROLLBACK");
  await holder.end();
  expect(await db.message.count()).toBe(0);
  await letTimePass(stack, 60);

  const cuts: readonly CutAt<MailCall>[] = [{ call: "send", skip: 0, moment: "before" }, { call: "lookup", skip: 0, moment: "before" }, { call: "send", skip: 0, moment: "after" }, { call: "send", skip: 0, moment: "after" }];
  for (const cut of cuts) {
    await strikeTwice();
    const worker = start();
    let killedAt: MailCall | undefined;
    void proxy.killAt(cut, () => worker.kill("SIGKILL")).then((call) => (killedAt = call));
    await eventually(`a worker to be killed ${cut.moment} a ${cut.call}`, () => killedAt, 30);
    if (worker.signalCode === null) await once(worker, "exit");
    await letTimePass(stack, 60);
  }
  await strikeTwice();
  start();
  const states = async () => (await db.message.findMany({ select: { providerId: true, template: true, state: true } })).sort((a, b) => a.template.localeCompare(b.template));
  const told = [{ providerId: agenda.providerId, template: "provider-agenda" }, { providerId: week.providerId, template: "provider-week" }];
  await eventually("both to be sent and nothing to be left", async () => (await states()).every(({ state }) => state === "SENT") && (await left()) === 0, 60);
  expect(await states()).toEqual(told.map((message) => ({ ...message, state: "SENT" })));
  const { messages } = await stack.inspect<{ messages: { to: string }[] }>("GET", "/_sandbox/messages");
  const emails = await db.provider.findMany({ where: { id: { in: told.map(({ providerId }) => providerId) } }, select: { email: true } });
  expect(messages.map(({ to }) => to).sort()).toEqual(emails.map(({ email }) => email).sort());
});

const left = async (): Promise<number | null> => (await stack.database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE task_identifier IN ('messages.notify-provider', 'messages.send')")).rowCount;
