import { expect, test } from "vitest";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { setCalendarUse } from "@/application/calendar/set-calendar-use";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { actingAs } from "@/application/shared/context";
import { ACCOUNT, atHour, editScene } from "./edit-scene";

const { database, google } = await openGoogle({}, { timeoutMs: 20_000 });
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });

test("in a calendar that receives bookings and blocks none, an edit to a visit counts and other events take no time", async () => {
  const scene = await editScene(database, google, app);
  const owner = actingAs(app, { kind: "user", userId: scene.built.userId, email: "", name: null, isAdministrator: false, providerId: scene.built.providerId, memberships: [] });
  await setCalendarUse(owner, { calendarId: scene.calendarId, readsBusy: false });
  await syncCalendar(app, scene.calendarId);
  const visit = await scene.visitAt(atHour(9));
  const at = (hour: number) => ({ start: { dateTime: atHour(hour).toISOString() }, end: { dateTime: atHour(hour + 1).toISOString() } });
  await google.addEvent(ACCOUNT, { summary: "Private", ...at(12) }, scene.externalId);
  await scene.move(visit, atHour(11));
  await scene.sync();
  await scene.passWindows();
  expect((await scene.current(visit)).startsAt).toEqual(atHour(11));
  expect(await database.db.busyInterval.count({ where: { calendarId: scene.calendarId } })).toBe(0);

  // From now on its events block: what stood there before is read too.
  await setCalendarUse(owner, { calendarId: scene.calendarId, readsBusy: true });
  await syncCalendar(app, scene.calendarId);
  expect(await database.db.busyInterval.findMany({ where: { calendarId: scene.calendarId }, select: { startsAt: true } })).toEqual([{ startsAt: atHour(12) }]);
});

test("a read that was begun while its events blocked writes no busy time after they were said not to", async () => {
  const scene = await editScene(database, google, app);
  const owner = actingAs(app, { kind: "user", userId: scene.built.userId, email: "", name: null, isAdministrator: false, providerId: scene.built.providerId, memberships: [] });
  await google.addEvent(ACCOUNT, { summary: "Private", start: { dateTime: atHour(12).toISOString() }, end: { dateTime: atHour(13).toISOString() } }, scene.externalId);
  const { calendar } = google.ports;
  const listEvents: typeof calendar.listEvents = async (...asked) => {
    const page = await calendar.listEvents(...asked);
    await setCalendarUse(owner, { calendarId: scene.calendarId, readsBusy: false });
    return page;
  };
  await syncCalendar({ ...app, ports: { ...app.ports, calendar: { ...calendar, listEvents } } }, scene.calendarId);
  expect(await database.db.busyInterval.count({ where: { calendarId: scene.calendarId } })).toBe(0);
});
