import { beforeEach, expect, test } from "vitest";
import { setBusyKinds } from "@/application/calendar/set-busy-kinds";
import { setCalendarUse } from "@/application/calendar/set-calendar-use";
import { findSlots } from "@/application/availability/find-slots";
import type { AppContext } from "@/application/shared/context";
import { actingAs } from "@/application/shared/context";
import { createCalendarLink } from "@/integrations/calendar-link/create-calendar-link";
import { GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { openGoogle } from "@tests/support/google/open-google";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { addCalendarLink } from "./add-calendar-link";
import { listCalendarLinks } from "./list-calendar-links";
import { pollCalendarLinks } from "./poll-calendar-links";
import { readCalendarLink } from "./read-calendar-link";
import { removeCalendarLink } from "./remove-calendar-link";

let now: number;
let app: AppContext;
let built: BuiltProvider;
let file: string;
const { database, google } = await openGoogle();

beforeEach(async () => {
  // Ahead of the database by more than any of this takes, so that what is asked for is due.
  now = Date.now() + 60_000;
  await call("DELETE", "/faults");
  await call("DELETE", "/requests");
  built = await buildProvider(database.db);
  const ports = { ...google.ports, calendarLink: createCalendarLink({ trustedOrigins: [google.origin], userAgent: "test", timeoutMs: 2_000 }) };
  app = testContext(database, { actor: providerActor(built), now: () => now, ports });
  file = `rota-${built.providerId}.ics`;
});

async function call(method: string, path: string, body?: object): Promise<unknown> {
  const response = await fetch(`${google.origin}/_sandbox${path}`, { method, ...(body && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }) });
  return response.status === 204 ? null : response.json();
}

const stamp = (days: number, hour: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll("-", "")}T${String(hour).padStart(2, "0")}0000Z`;
const iso = (days: number, hour: number) => stamp(days, hour).replace(/^(....)(..)(..)T(..).*/, "$1-$2-$3T$4:00:00.000Z");
const event = (uid: string, days: number, hour: number, ...lines: string[]) => ["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20261101T000000Z", `DTSTART:${stamp(days, hour)}`, "DURATION:PT1H", "SUMMARY:SECRET-TITLE", ...lines, "END:VEVENT"];
const publish = (...events: string[][]) => call("PUT", `/files/${file}`, { ics: ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", "X-WR-CALNAME:Hospital rota", ...events.flat(), "END:VCALENDAR", ""].join("\n") });
const busy = async () => (await database.db.busyInterval.findMany({ where: { providerId: built.providerId }, orderBy: { startsAt: "asc" } })).map(({ startsAt }) => startsAt.toISOString());
const add = async () => (await addCalendarLink(app, built.providerId, { address: `${google.origin}/files/${file}` })).connectionId;
const statuses = async () => ((await call("GET", "/requests?vendor=files")) as { requests: { status: number }[] }).requests.map(({ status }) => status);
const only = async () => {
  const [link] = (await listCalendarLinks(app, built.providerId)).links;
  if (!link) throw new Error("no link");
  return link;
};

test("a link is read at once, blocks bookings without a title, and takes its calendar's name", async () => {
  await publish(event("a", 3, 10), event("b", 3, 12, "TRANSP:TRANSPARENT"));
  await add();
  expect(await runJobs(app)).toEqual(["calendar.sync"]);
  expect(await busy()).toEqual([iso(3, 10)]);
  expect(await only()).toMatchObject({ host: new URL(google.origin).host, notice: null, calendar: { name: "Hospital rota", readsBusy: true, problem: null, lastReadAt: new Date(now).toISOString() } });
  const { slots } = await findSlots(actingAs(app, GUEST), { provider: built.providerSlug, service: built.serviceSlug, from: iso(3, 0).slice(0, 10), to: iso(3, 0).slice(0, 10), timeZone: "Europe/Berlin" });
  expect(slots.map(({ startsAt }) => startsAt)).not.toContain(iso(3, 10).replace(".000", ""));
  expect(JSON.stringify(await database.db.calendarLink.findMany())).not.toContain(file);
  expect(JSON.stringify(await database.db.busyInterval.findMany())).not.toContain("SECRET");
});

test("an unchanged file is asked about and not sent; a changed one is read whole", async () => {
  await publish(event("a", 3, 10), event("b", 4, 10));
  await add();
  await runJobs(app);
  const { calendar } = await only();
  now += 900_000;
  await readCalendarLink(app, calendar.id);
  expect(await statuses()).toEqual([200, 304]);
  expect((await only()).calendar.lastReadAt).toBe(new Date(now).toISOString());
  await publish(event("b", 5, 10), event("c", 6, 10));
  await readCalendarLink(app, calendar.id);
  expect(await busy()).toEqual([iso(5, 10), iso(6, 10)]);
  await readCalendarLink(app, calendar.id);
  now += 7 * 86_400_000;
  await readCalendarLink(app, calendar.id);
  expect(await statuses()).toEqual([200, 304, 200, 304, 200]);
});

test("another choice of what counts, and taking it out of use and back, read it whole", async () => {
  await publish(event("a", 3, 10, "STATUS:TENTATIVE"), event("b", 4, 10));
  await add();
  await runJobs(app);
  const { calendar } = await only();
  await setBusyKinds(app, { calendarId: calendar.id, busyKinds: ["all-day"] });
  await runJobs(app);
  expect(await busy()).toEqual([iso(4, 10)]);
  await setCalendarUse(app, { calendarId: calendar.id, readsBusy: false });
  await runJobs(app);
  expect(await busy()).toEqual([]);
  await setCalendarUse(app, { calendarId: calendar.id, readsBusy: true });
  await runJobs(app);
  expect(await busy()).toEqual([iso(4, 10)]);
});

test.each([
  [{ status: 503 }, /has a problem/, true],
  [{ drop: true }, /could not be reached/, true],
  [{ truncate: true }, /could not be reached/, true],
  [{ delayMs: 4_000 }, /took longer/, true],
  [{ status: 429, retryAfter: 60 }, /slow down/, true],
  [{ status: 404 }, /no calendar at this address/, false],
  [{ status: 403 }, /does not let us in/, false],
  [{ status: 200, body: "<html>Sign in</html>" }, /not a calendar/, false],
] as const)("a failure (%j) is said in plain words, keeps what was read, and heals by itself", async (fault, words, isRetried) => {
  await publish(event("a", 3, 10));
  await add();
  await runJobs(app);
  const { calendar } = await only();
  await call("POST", "/faults", { vendor: "files", ...fault });
  await publish(event("b", 4, 10));
  const outcome = await readCalendarLink(app, calendar.id).then(() => "settled", () => "thrown");
  expect(outcome).toBe(isRetried ? "thrown" : "settled");
  expect((await only()).calendar.problem?.sentence).toMatch(words);
  expect(await busy()).toEqual([iso(3, 10)]);
  await call("DELETE", "/faults");
  await readCalendarLink(app, calendar.id);
  expect((await only()).calendar.problem).toBeNull();
  expect(await busy()).toEqual([iso(4, 10)]);
});

test("it is read again every quarter of an hour, and not while a read waits", async () => {
  await publish(event("a", 3, 10));
  await add();
  await runJobs(app);
  const asked = () => database.db.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'calendar.sync' AND key = ${`sync:${calendarId}`}`.then(([row]) => row?.n);
  const calendarId = (await only()).calendar.id;
  now += 12 * 60_000;
  await pollCalendarLinks(app);
  expect(await asked()).toBe(0);
  now += 4 * 60_000;
  await pollCalendarLinks(app);
  await pollCalendarLinks(app);
  expect(await asked()).toBe(1);
});

test("our own bookings in a calendar by link block nothing twice, another provider's do", async () => {
  const own = await buildVisit(database.db, built, { startsAt: new Date(iso(3, 10)) });
  const other = await buildVisit(database.db, await buildProvider(database.db), { startsAt: new Date(iso(4, 10)) });
  await publish(event(`${own.seriesId}@medbookings`, 3, 10), event(`${other.seriesId}@medbookings`, 4, 10));
  await add();
  await runJobs(app);
  expect(await busy()).toEqual([iso(4, 10)]);
});

test("what cannot be understood is counted in words", async () => {
  await publish(event("a", 3, 10), event("b", 3, 12, "RRULE:FREQ=SECONDLY"));
  await add();
  await runJobs(app);
  expect((await only()).notice).toBe("One event could not be understood and blocks no bookings.");
});

test("removed, its times are free at once and a read under way writes nothing", async () => {
  await publish(event("a", 3, 10));
  const connectionId = await add();
  await runJobs(app);
  const { calendar } = await only();
  await removeCalendarLink(app, { connectionId });
  await readCalendarLink(app, calendar.id);
  expect(await busy()).toEqual([]);
  expect(await database.db.calendarLink.count({ where: { connectionId } })).toBe(0);
  expect((await database.db.auditEntry.findMany({ where: { subjectId: connectionId }, orderBy: { at: "asc" } })).map(({ action }) => action)).toEqual(["calendar-link.add", "calendar-link.remove"]);
});

test("an address is refused when it is ours, read already, not public, or not the caller's to add", async () => {
  await publish();
  const connectionId = await add();
  await expect(add()).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "address" }] } });
  for (const address of ["http://localhost:3000/feeds/x.ics", "http://calendar.example/a.ics", "https://127.0.0.1/a.ics", "https://169.254.169.254/", "nonsense", `${google.origin}.evil.example/a.ics`])
    await expect(addCalendarLink(app, built.providerId, { address }), address).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  const stranger = actingAs(app, personActor(built.userId));
  await expect(addCalendarLink(stranger, built.providerId, { address: "https://calendar.example/a.ics" })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(removeCalendarLink(stranger, { connectionId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(listCalendarLinks(stranger, built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});
