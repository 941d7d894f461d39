import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { getCalendarStatus } from "@/application/calendar/get-calendar-status";
import { getSyncHealth } from "@/application/sync-doctor/get-sync-health";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { eventually } from "@tests/support/eventually";
import { startTestStack, type TestStack } from "@tests/support/test-stack";
import { testContext } from "@tests/support/test-context";

const ACCOUNT = { email: "full@clinic.example", name: "Full", timeZone: "UTC" };
const SERIES = 50;
const INSTANCES = 200;
const EVENTS = SERIES * INSTANCES;

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack({ accounts: [ACCOUNT] });
  const tomorrow = Math.ceil(Date.now() / 86_400_000) * 86_400_000;
  for (let index = 0; index < SERIES; index += 1) {
    const start = { dateTime: new Date(tomorrow + index * 900_000).toISOString(), timeZone: "UTC" };
    const end = { dateTime: new Date(tomorrow + index * 900_000 + 600_000).toISOString(), timeZone: "UTC" };
    await stack.inspect("POST", "/_sandbox/calendar/events", { account: ACCOUNT.email, calendar: "primary", event: { summary: "Busy", start, end, recurrence: [`RRULE:FREQ=DAILY;COUNT=${INSTANCES}`] } });
  }
}, 60_000);
afterAll(() => stack.destroy());

/** What the owner sees of the one calendar. */
async function seen({ providerId, userId }: BuiltProvider) {
  const app = testContext(stack.database, { actor: { kind: "user", userId, email: "", name: null, isAdministrator: false, providerId, memberships: [] }, now: Date.now(), ports: stack.container.ports });
  const [calendar] = (await getCalendarStatus(app, undefined)).connections[0]?.calendars ?? [];
  const findings = (await getSyncHealth(app, undefined)).findings.map(({ title }) => title);
  return { events: calendar?.firstReadEvents ?? null, lastReadAt: calendar?.lastReadAt ?? null, findings };
}

test("ten thousand events are taken in page by page, in sight; a worker killed halfway leaves no half state taken for the whole, and the next one finishes", { timeout: 240_000 }, async () => {
  const built = await buildProvider(stack.database.db);
  // Every further page takes its time, so that there is a halfway.
  await stack.inspect("POST", "/_sandbox/faults", { vendor: "google", match: "pageToken", delayMs: 300 });
  await stack.connectCalendar(built.providerId, ACCOUNT.email);
  const busy = () => stack.database.db.busyInterval.count({ where: { providerId: built.providerId } });
  const shown: number[] = [];
  const follow = async (until: (now: Awaited<ReturnType<typeof seen>>) => boolean) => {
    await eventually("the read to come on", async () => {
      const now = await seen(built);
      if (now.events !== null && now.events !== shown.at(-1)) shown.push(now.events);
      return until(now);
    }, 100);
  };

  const killed = stack.startWorker();
  await follow(({ events }) => events !== null && events >= 5_000);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  const halfway = await seen(built);
  expect(halfway).toMatchObject({ lastReadAt: null, findings: [expect.stringContaining("is being read for the first time")] });
  expect(await busy()).toBe(halfway.events);
  expect(await stack.database.db.calendar.count({ where: { syncToken: { not: null } } })).toBe(0);

  stack.startWorker();
  await follow(({ lastReadAt }) => lastReadAt !== null);
  expect(await busy()).toBe(EVENTS);
  expect(await seen(built)).toMatchObject({ events: null, findings: [] });
  // What was read stays read: the number never goes back, though the second worker starts over.
  expect(shown).toEqual(shown.toSorted((a, b) => a - b));
  expect(shown).toContain(5_000);
  const lists = await stack.inspect<{ requests: { path: string }[] }>("GET", "/_sandbox/requests?vendor=google");
  expect(lists.requests.filter(({ path }) => path.includes("/events?") && !path.includes("syncToken")).length).toBeLessThanOrEqual(8);
});
