import { beforeEach, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { actingAs } from "@/application/shared/context";
import { providerActor } from "@tests/support/booking-requests";
import { setCalendarUse } from "./set-calendar-use";
import { syncCalendar } from "./sync-calendar";

const ACCOUNT = "amara.okafor@example.com";
const HOUR_MS = 3_600_000;
const { database, google } = await openGoogle({ mostPerPage: 2 });
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });
beforeEach(() => google.clearFaults());

/** A calendar with five events, which has been read. */
async function readCalendar() {
  const built = await buildProvider(database.db);
  const { providerId } = built;
  const externalId = await google.addCalendar(ACCOUNT, "Practice");
  const { calendarId } = await buildCalendarConnection(database.db, providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId } });
  const time = (hours: number) => ({ start: { dateTime: new Date(Date.now() + hours * HOUR_MS).toISOString() }, end: { dateTime: new Date(Date.now() + (hours + 1) * HOUR_MS).toISOString() } });
  const ids: string[] = [];
  for (let i = 0; i < 5; i += 1) ids.push((await google.addEvent(ACCOUNT, time(24 * (i + 1)), externalId)).id);
  await syncCalendar(app, calendarId);
  const change = async () => {
    for (const id of ids.slice(0, 4)) await google.changeEvent(ACCOUNT, id, time(240), externalId);
    await google.deleteEvent(ACCOUNT, ids[4] ?? "", externalId);
  };
  const row = () => database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } });
  const moved = () => database.db.busyInterval.count({ where: { calendarId, startsAt: { gt: new Date(Date.now() + 200 * HOUR_MS) } } });
  const busy = () => database.db.busyInterval.count({ where: { calendarId } });
  return { built, calendarId, change, row, moved, busy };
}

test("a sync token forgotten between the first and the second page of changes ends in a whole read, in the same go", async () => {
  const { calendarId, change, row, moved, busy } = await readCalendar();
  expect(await busy()).toBe(5);
  const { syncToken } = await row();
  await change();
  await google.clearRequests();
  await google.fault({ match: "syncToken=.*pageToken=|pageToken=.*syncToken=", times: 1, status: 410, reason: "fullSyncRequired" });
  await syncCalendar(app, calendarId);
  expect([await busy(), await moved()]).toEqual([4, 4]);
  expect((await google.requests()).map(({ status }) => status)).toEqual([200, 410, 200, 200]);
  expect((await row()).syncToken).not.toBe(syncToken);
});

test.each([
  ["500", { status: 500 }],
  ["a reset mid-body", { truncate: true }],
  ["HTML", { status: 200, body: "<html>proxy</html>" }],
  ["a stall of half a minute", { delayMs: 30_000 }],
])("%s at the second page of changes keeps the old token, and the next read begins with the first page", async (_name, fault) => {
  const { calendarId, change, row, moved, busy } = await readCalendar();
  const { syncToken } = await row();
  await change();
  await google.fault({ match: "pageToken=", times: 1, ...fault });
  await expect(syncCalendar(app, calendarId)).rejects.toMatchObject({ failure: { kind: "transient" } });
  expect((await row()).syncToken).toBe(syncToken);
  await syncCalendar(app, calendarId);
  expect([await busy(), await moved()]).toEqual([4, 4]);
  expect((await row()).syncToken).not.toBe(syncToken);
});

test("reading that is stopped and resumed between two pages of a first read loses no page of it", async () => {
  const { built, calendarId, row, busy } = await readCalendar();
  const owner = actingAs(app, providerActor(built));
  await setCalendarUse(owner, { calendarId, readsBusy: false });
  await setCalendarUse(owner, { calendarId, readsBusy: true });
  const { calendar } = google.ports;
  const interrupted = {
    ...calendar,
    listEvents: async (...[accessToken, externalId, query]: Parameters<typeof calendar.listEvents>) => {
      const page = await calendar.listEvents(accessToken, externalId, query);
      if (page.nextPageToken === null) for (const readsBusy of [false, true]) await setCalendarUse(owner, { calendarId, readsBusy });
      return page;
    },
  };
  await syncCalendar({ ...app, ports: { ...app.ports, calendar: interrupted } }, calendarId);
  expect(await row()).toMatchObject({ syncToken: null, lastReadAt: null });
  await syncCalendar(app, calendarId);
  expect(await busy()).toBe(5);
  expect((await row()).syncToken).not.toBeNull();
});

test("a calendar counts as read from when its read began: what changed meanwhile may be missing in it", async () => {
  const { calendarId, change, row } = await readCalendar();
  await change();
  const { calendar } = google.ports;
  // The clock goes on only while Google is asked.
  const began = Date.now();
  let now = began;
  const listEvents: typeof calendar.listEvents = async (...asked) => {
    now += 60_000;
    return calendar.listEvents(...asked);
  };
  await syncCalendar({ ...app, clock: { now: () => now }, ports: { ...app.ports, calendar: { ...calendar, listEvents } } }, calendarId);
  expect(now).toBeGreaterThan(began + 60_000);
  expect((await row()).lastReadAt?.getTime()).toBe(began);
});
