import { expect, test } from "vitest";
import { providerActor } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { openGoogle } from "@tests/support/google/open-google";
import { testContext } from "@tests/support/test-context";
import { actingAs } from "@/application/shared/context";
import type { BusyKind } from "@/domain/calendar-sync/busy-kinds";
import { setBusyKinds } from "./set-busy-kinds";
import { syncCalendar } from "./sync-calendar";

const ACCOUNT = "amara.okafor@example.com";
const DAY_MS = 86_400_000;
const { database, google } = await openGoogle({}, { timeoutMs: 20_000 });
const app = testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports });

const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const dayOf = (days: number) => new Date(today + days * DAY_MS).toISOString().slice(0, 10);
const at = (days: number, hour: number) => new Date(today + days * DAY_MS + hour * 3_600_000).toISOString();
const times = (days: number, from: number, to: number) => ({ start: { dateTime: at(days, from), timeZone: "UTC" }, end: { dateTime: at(days, to), timeZone: "UTC" } });
const days = (from: number, to: number) => ({ start: { date: dayOf(from) }, end: { date: dayOf(to) } });
const invited = (responseStatus: string) => ({ organizer: { email: "host@example.org" }, attendees: [{ email: "host@example.org", responseStatus: "accepted" }, { email: ACCOUNT, responseStatus }] });

/** The primary calendar of Amara in Berlin, so that invitations to her are her own. Each test has its own sandbox account state. */
async function connected(timeZone = "UTC") {
  const built = await buildProvider(database.db);
  const ids = await buildCalendarConnection(database.db, built.providerId, { ...(await google.grant(ACCOUNT)), calendar: { externalId: ACCOUNT, timeZone } });
  const busy = async () => (await database.db.busyInterval.findMany({ where: { calendarId: ids.calendarId }, orderBy: [{ startsAt: "asc" }, { endsAt: "asc" }] })).map((row) => `${row.startsAt.toISOString()}/${row.endsAt.toISOString()} ${row.kind}`);
  return { built, ...ids, busy };
}

const span = (day: number, from: number, to: number, kind = "default") => `${at(day, from)}/${at(day, to)} ${kind}`;
/** Midnight to midnight in Berlin, whose winter and summer offsets the sandbox knows itself: only the civil dates are compared. */
const berlinDay = (row: string) => [0, 25].map((from) => new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin", dateStyle: "short", timeStyle: "short" }).format(new Date(row.slice(from, from + 24))));

const EVENTS: Readonly<Record<string, object>> = {
  meeting: times(2, 8, 9),
  shownAsFree: { ...times(2, 9, 10), transparency: "transparent" },
  tentative: { ...times(2, 10, 11), status: "tentative" },
  declined: { ...times(2, 11, 12), ...invited("declined") },
  maybe: { ...times(2, 12, 13), ...invited("tentative") },
  unanswered: { ...times(2, 13, 14), ...invited("needsAction") },
  accepted: { ...times(2, 14, 15), ...invited("accepted") },
  guestsDeclined: { ...times(2, 15, 16), attendees: [{ email: "guest@example.org", responseStatus: "declined" }] },
  confidential: { ...times(2, 16, 17), visibility: "private" },
  outOfOffice: { ...times(3, 8, 9), eventType: "outOfOffice", outOfOfficeProperties: { autoDeclineMode: "declineNone" } },
  focusTime: { ...times(3, 9, 10), eventType: "focusTime", focusTimeProperties: {} },
  workingLocation: { ...times(3, 10, 11), eventType: "workingLocation", transparency: "transparent", workingLocationProperties: { type: "homeOffice", homeOffice: {} } },
  fromMail: { ...times(3, 11, 12), eventType: "fromGmail" },
  withoutLength: { start: { dateTime: at(3, 12) }, end: { dateTime: at(3, 12) } },
  birthday: { ...days(4, 5), eventType: "birthday", birthdayProperties: { type: "birthday" }, recurrence: ["RRULE:FREQ=YEARLY"], transparency: "transparent" },
};

/** Ids of events as busy times may be written: what each kind takes by default. */
const BY_DEFAULT = [
  span(2, 8, 9), span(2, 10, 11), span(2, 12, 13), span(2, 13, 14), span(2, 14, 15), span(2, 15, 16), span(2, 16, 17),
  span(3, 8, 9, "outOfOffice"), span(3, 9, 10, "focusTime"), span(3, 11, 12, "fromGmail"),
];

test("each kind of event takes the time that the table says, and the owner's choice reads the calendar anew", async () => {
  for (const event of Object.values(EVENTS)) await google.addEvent(ACCOUNT, event);
  const { built, calendarId, busy } = await connected();
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual(BY_DEFAULT);

  const owner = actingAs(app, providerActor(built));
  const choose = async (busyKinds: BusyKind[]) => {
    await setBusyKinds(owner, { calendarId, busyKinds });
    await syncCalendar(app, calendarId);
    return busy();
  };
  expect(await choose(["working-location"])).toEqual([
    span(2, 8, 9), span(2, 14, 15), span(2, 15, 16), span(2, 16, 17), span(3, 8, 9, "outOfOffice"), span(3, 10, 11, "workingLocation"), span(3, 11, 12, "fromGmail"),
  ]);
  expect(await choose(["tentative", "unanswered", "all-day", "focus-time"])).toEqual(BY_DEFAULT);
  for (const { id } of await google.events(ACCOUNT)) await google.deleteEvent(ACCOUNT, id);
});

test("an answer given in Google counts with the next read", async () => {
  const { calendarId, busy } = await connected();
  const event = await google.addEvent(ACCOUNT, EVENTS.unanswered ?? {});
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(2, 13, 14)]);
  await google.changeEvent(ACCOUNT, event.id, invited("declined"));
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([]);
  await google.changeEvent(ACCOUNT, event.id, invited("accepted"));
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(2, 13, 14)]);
  await google.deleteEvent(ACCOUNT, event.id);
});

test("whole days are days in the calendar's zone, several and begun ones too, and may be let free", async () => {
  const { built, calendarId, busy } = await connected("Europe/Berlin");
  const made = [await google.addEvent(ACCOUNT, days(2, 3)), await google.addEvent(ACCOUNT, days(-3, 2))];
  await syncCalendar(app, calendarId);
  expect((await busy()).map(berlinDay)).toEqual([[`${dayOf(-3)} 00:00`, `${dayOf(2)} 00:00`], [`${dayOf(2)} 00:00`, `${dayOf(3)} 00:00`]]);
  await setBusyKinds(actingAs(app, providerActor(built)), { calendarId, busyKinds: ["tentative"] });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([]);
  for (const { id } of made) await google.deleteEvent(ACCOUNT, id);
});

test("a series with an extra, a moved and a cancelled instance; one that is let free is free alone", async () => {
  const { calendarId, busy } = await connected();
  const series = await google.addEvent(ACCOUNT, { ...times(1, 9, 10), recurrence: ["RRULE:FREQ=DAILY;COUNT=5", `RDATE;TZID=UTC:${dayOf(9).replaceAll("-", "")}T150000`, `EXDATE;TZID=UTC:${dayOf(2).replaceAll("-", "")}T090000`] });
  const instance = (day: number) => `${series.id}_${at(day, 9).replace(/[-:]|\.\d+/g, "")}`;
  await google.deleteEvent(ACCOUNT, instance(3));
  await google.changeEvent(ACCOUNT, instance(4), times(4, 16, 17));
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(1, 9, 10), span(4, 16, 17), span(5, 9, 10), span(9, 15, 16)]);
  await google.changeEvent(ACCOUNT, instance(5), { transparency: "transparent" });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([span(1, 9, 10), span(4, 16, 17), span(9, 15, 16)]);
  await google.deleteEvent(ACCOUNT, series.id);
});

test("more events than Google gives in one page are all read", async () => {
  const { calendarId } = await connected();
  const made = [];
  for (let hour = 0; hour < 13; hour += 1) made.push(await google.addEvent(ACCOUNT, { ...times(1, hour, hour + 0.5), recurrence: ["RRULE:FREQ=DAILY;COUNT=200"] }));
  await syncCalendar(app, calendarId);
  expect(await database.db.busyInterval.count({ where: { calendarId } })).toBe(2_600);
  for (const { id } of made) await google.deleteEvent(ACCOUNT, id);
});

test("choices made while a calendar is being read make it be read again", async () => {
  const { built, calendarId, busy } = await connected();
  const event = await google.addEvent(ACCOUNT, EVENTS.tentative ?? {});
  const { calendar } = google.ports;
  const owner = actingAs(app, providerActor(built));
  const listEvents: typeof calendar.listEvents = async (...asked) => {
    const page = await calendar.listEvents(...asked);
    await setBusyKinds(owner, { calendarId, busyKinds: [] });
    return page;
  };
  await syncCalendar({ ...app, ports: { ...app.ports, calendar: { ...calendar, listEvents } } }, calendarId);
  expect(await database.db.calendar.findUniqueOrThrow({ where: { id: calendarId } })).toMatchObject({ syncToken: null });
  await syncCalendar(app, calendarId);
  expect(await busy()).toEqual([]);
  await google.deleteEvent(ACCOUNT, event.id);
});
