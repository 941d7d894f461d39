import type { ChildProcess } from "node:child_process";
import type { IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import { enqueue } from "@/application/shared/enqueue";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { providerActor } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { bookMany } from "./book-many";
import { untilQuiet } from "./expect-exactly-once";
import { startKillingProxy, type Cut, type KillingProxy } from "./killing-proxy";

const ACCOUNT = { email: "killed@clinic.example", name: "Killed", timeZone: "Europe/Berlin" };
const DAY_MS = 86_400_000;

type Killing = Cut<string>;

let proxy: KillingProxy<string>;
let stack: TestStack;
let provider: BuiltProvider;
let worker: ChildProcess;
let next: ReturnType<TestStack["standByWorker"]>;
let workerEnv: Record<string, string>;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [ACCOUNT], mostPerPage: 2 });
  proxy = await startKillingProxy(stack.sandbox.origin, callOf);
  // One job at a time: when it dies in a call to Google, nothing else is under way. No pushes, so that the test says when a calendar is read:
  // Google sends none to a plain address that is not loopback's. This one refuses at once; a name would be looked up for every message's receipt.
  workerEnv = { GOOGLE_OAUTH_TOKEN_URL: `${proxy.origin}/token`, GOOGLE_API_ROOT_URL: proxy.origin, WORKER_CONCURRENCY: "1", PUBLIC_ORIGIN: "http://0.0.0.0:9" };
  provider = await buildProvider(stack.database.db);
  await stack.connectCalendar(provider.providerId, ACCOUNT.email);
  [worker, next] = [stack.startWorker(workerEnv), stack.standByWorker(workerEnv)];
  await untilQuiet(stack, 120);
});
afterAll(async () => {
  await stack.destroy();
  await proxy.close();
});

/** Method and kind of path: "PATCH /events/{id}". */
const callOf = ({ method = "", url = "" }: IncomingMessage): string =>
  `${method} ${url.replace(/\?.*/, "").replace(/^.*\/calendars\/[^/]+/, "").replace(/(?<=^\/events\/)[^/]+/, "{id}")}`;

interface Visit {
  readonly reference: string;
  readonly seriesId: string;
  readonly email: string;
  readonly phone: string;
}
const visits: Visit[] = [];
let kills = 0;
const PHASES = ["create", "move", "cancel"] as const;
type Phase = (typeof PHASES)[number];

test("a worker killed before and after each call to Google in turn leaves one event at the right time, none after a cancellation, and one announcement of each", { timeout: 600_000 }, async () => {
  const calls = await live(() => undefined);
  // The token, the event, its Meet link; then each time the write and the reading of its echo.
  for (const [phase, least] of [["create", 4], ["move", 2], ["cancel", 2]] as const) expect(calls[phase].length, phase).toBeGreaterThanOrEqual(least);
  const rounds = Math.max(...PHASES.map((phase) => calls[phase].length));
  for (const moment of ["before", "after"] as const) {
    for (let round = 0; round < rounds; round += 1) {
      await live((phase) => {
        const call = calls[phase][round];
        return call === undefined ? undefined : { call, skip: calls[phase].slice(0, round).filter((other) => other === call).length, moment };
      });
    }
  }
  expect(kills).toBe(2 * PHASES.reduce((sum, phase) => sum + calls[phase].length, 0));
  await expectToldOnce();
});

test("a worker killed at the second page has saved no sync token, and the next one reads both pages", { timeout: 300_000 }, async () => {
  const { db } = stack.database;
  const { syncToken: first } = await calendar();
  let [token, added] = [first, 0];
  for (const moment of ["before", "after"] as const) {
    for (let i = 0; i < 3; i += 1) {
      const startsAt = Date.now() + (200 + added) * DAY_MS;
      await stack.inspect("POST", "/_sandbox/calendar/events", { account: ACCOUNT.email, event: { start: { dateTime: new Date(startsAt).toISOString() }, end: { dateTime: new Date(startsAt + 1_800_000).toISOString() } } });
      added += 1;
    }
    void proxy.killAt({ call: "GET /events", skip: 1, moment }, killWorker);
    await readCalendar();
    await untilQuiet(stack, 120, isDead);
    expect(isDead()).toBe(true);
    expect((await calendar()).syncToken).toBe(token);
    await settle();
    expect(await db.busyInterval.count({ where: { providerId: provider.providerId } })).toBe(added);
    expect((await calendar()).syncToken).not.toBe(token);
    token = (await calendar()).syncToken;
  }
});

/** The life of one booking, with a kill in each phase where `killingIn` says so. Answers the calls to Google of each phase. */
async function live(killingIn: (phase: Phase) => Killing | undefined): Promise<Record<Phase, readonly string[]>> {
  const calls: Record<Phase, readonly string[]> = { create: [], move: [], cancel: [] };
  for (const phase of PHASES) {
    // The life begins with asking for a new token.
    if (phase === "create") await stack.database.db.calendarConnection.updateMany({ data: { accessTokenExpiresAt: new Date() } });
    proxy.takeCalls();
    const killing = killingIn(phase);
    const before = kills;
    if (killing !== undefined) void proxy.killAt(killing, killWorker);
    const visit = await act(phase);
    await settle();
    await readCalendar();
    await settle();
    calls[phase] = proxy.takeCalls();
    expect(kills - before, `${JSON.stringify(killing)} in ${phase}: ${calls[phase].join(", ")}`).toBe(killing === undefined ? 0 : 1);
    await expectOneEvent(phase, visit);
  }
  return calls;
}

async function act(phase: Phase): Promise<Visit> {
  if (phase === "create") {
    const [made] = await bookMany(stack.container, provider, 1, visits.length);
    if (made === undefined) throw new Error("nothing was booked");
    visits.push({ ...made, seriesId: (await current(made.reference)).seriesId });
  }
  const visit = visits.at(-1);
  if (visit === undefined) throw new Error("nothing is booked yet");
  const { startsAt } = await current(visit.reference);
  if (phase === "move") await rescheduleBooking(asProvider(), { reference: visit.reference, startsAt: new Date(startsAt.getTime() + DAY_MS).toISOString() });
  if (phase === "cancel") await cancelBooking(asProvider(), { reference: visit.reference });
  return visit;
}

function killWorker(): void {
  kills += 1;
  worker.kill("SIGKILL");
}

/** Reads what Google says of our own write, as a push about it would have us do. */
async function readCalendar(): Promise<void> {
  const { id: calendarId } = await calendar();
  await stack.database.db.$transaction((tx) => enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(provider.providerId) }));
}

/** Waits until all is done, second thoughts about a change included; a worker that was killed is followed by another, after the time in which it is taken for dead. */
async function settle(): Promise<void> {
  await stack.database.pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE 'announce:%:settling' AND locked_at IS NULL");
  await untilQuiet(stack, 120, isDead);
  if (isDead()) {
    await stack.database.pool.query("UPDATE worker_process SET seen_at = seen_at - interval '1 minute'");
    await stack.database.pool.query("UPDATE graphile_worker._private_jobs SET locked_at = locked_at - interval '1 minute' WHERE locked_by IS NOT NULL");
    next.stdin.end();
    [worker, next] = [next, stack.standByWorker(workerEnv)];
  }
  await untilQuiet(stack, 120);
}

const isDead = () => worker.signalCode !== null;
const calendar = () => stack.database.db.calendar.findFirstOrThrow({ where: { providerId: provider.providerId, readsBusy: true } });
const asProvider = () => stack.container.contextFor(providerActor(provider), "kill-test");
const current = (reference: string) => stack.database.db.booking.findFirstOrThrow({ where: { reference, status: { not: "RESCHEDULED" } } });

async function expectOneEvent(phase: Phase, visit: Visit): Promise<void> {
  const { events } = await stack.inspect<{ events: { id: string; status: string; start: { dateTime: string } }[] }>("GET", `/_sandbox/calendar/events?account=${ACCOUNT.email}`);
  const booking = await current(visit.reference);
  const standing = events.filter(({ status }) => status !== "cancelled").map(({ id, start }) => ({ id, startsAt: Date.parse(start.dateTime) }));
  const wanted = phase === "cancel" ? [] : [{ id: eventIdOf(visit.seriesId), startsAt: booking.startsAt.getTime() }];
  expect(standing, phase).toEqual(wanted);
  expect(events).toHaveLength(visits.length);
  expect(await stack.database.db.calendarEventLink.findUnique({ where: { seriesId: visit.seriesId } })).toMatchObject({ state: phase === "cancel" ? "REMOVED" : "SYNCED" });
}

/** By the sandbox's own ledger: each patient is told once of each change on each channel, the provider once of each booking. */
async function expectToldOnce(): Promise<void> {
  const { messages } = await stack.inspect<{ messages: { channel: string; to: string; subject?: string; text?: string }[] }>("GET", "/_sandbox/messages");
  const told: Record<string, number> = {};
  for (const { channel, to, subject, text } of messages) {
    const about = subject ?? text ?? "";
    const change = /^(Booked|New time|Cancelled|New booking)/.exec(about)?.[0] ?? (/link/i.test(about) ? "link" : about);
    const key = `${channel} ${to.replace("whatsapp:", "")} ${change}`;
    told[key] = (told[key] ?? 0) + 1;
  }
  const { email } = await stack.database.db.provider.findUniqueOrThrow({ where: { id: provider.providerId }, select: { email: true } });
  const wanted: Record<string, number> = { [`email ${email} New booking`]: visits.length };
  for (const visit of visits) {
    for (const address of [`email ${visit.email}`, `sms ${visit.phone}`, `whatsapp ${visit.phone}`]) for (const change of ["Booked", "New time", "Cancelled"]) wanted[`${address} ${change}`] = 1;
  }
  // Where dying took longer than the announcement waits for the Meet link, the link follows by itself.
  const links = Object.entries(told).filter(([key]) => key.endsWith(" link"));
  for (const [key] of links) wanted[key] = 1;
  expect(told).toEqual(wanted);
}
