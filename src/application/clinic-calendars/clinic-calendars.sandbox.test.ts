import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findSlots } from "@/application/availability/find-slots";
import { completeCalendarConnection } from "@/application/calendar/complete-calendar-connection";
import { disconnectCalendar } from "@/application/calendar/disconnect-calendar";
import { getCalendarStatus } from "@/application/calendar/get-calendar-status";
import { startCalendarConnection } from "@/application/calendar/start-calendar-connection";
import type { MembershipRole } from "@/generated/prisma/enums";
import { actingAs, type AppContext } from "@/application/shared/context";
import { GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { runJobs } from "@tests/support/google/run-jobs";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { startIn } from "@tests/support/start-in";
import { testContext } from "@tests/support/test-context";
import { compareClinicCalendars } from "./compare-clinic-calendars";
import { getClinicCalendars } from "./get-clinic-calendars";
import { rereadClinicCalendars } from "./reread-clinic-calendars";
import { setClinicCalendar } from "./set-clinic-calendar";

const ACCOUNT = "daniel.reyes@example.com";
const SESSION = "session-of-the-manager";
const DAY = startIn(10).slice(0, 10);
let database: TestDatabase;
let google: GoogleSandbox;
let here: BuiltProvider;
let colleague: BuiltProvider;
let elsewhere: string;
let manager: AppContext;

beforeAll(async () => {
  database = await createTestDatabase();
  google = await startGoogle();
});
afterAll(async () => {
  await google.close();
  await database.destroy();
});

/** A clinic with a provider at each of two locations. */
beforeEach(async () => {
  here = await buildProvider(database.db);
  const { organizationId } = here;
  const second = await database.db.location.create({ data: { id: uuidv7(), organizationId, slug: "second", name: "Second site", addressLine: "Nebenstraße 2", city: "Berlin", postalCode: "10115", country: "DE", timeZone: "Europe/Berlin", phone: "+493012345679" } });
  elsewhere = second.id;
  colleague = await buildProvider(database.db, { provider: { organizationId, locationId: elsewhere } });
  manager = await memberOf(organizationId, "MANAGER");
});

async function memberOf(organizationId: string, role: MembershipRole): Promise<AppContext> {
  const { id: userId } = await database.db.user.create({ data: { id: uuidv7(), email: `${uuidv7()}@example.test`, memberships: { create: { id: uuidv7(), organizationId, role } } } });
  return testContext(database, { actor: { kind: "user", userId, email: "manager@example.test", name: null, isAdministrator: false, providerId: null, memberships: [{ organizationId, role }] }, now: Date.now, ports: google.ports });
}

/** The consent of a manager in Google's pages, and the jobs after it. */
async function connect(app = manager): Promise<string> {
  const answer = await google.consent(await startCalendarConnection(app, SESSION, { organizationId: here.organizationId }), ACCOUNT);
  expect(await completeCalendarConnection(app, SESSION, answer)).toEqual({ returnTo: "/provider/clinic/calendars", problem: null });
  await runJobs(app);
  return (await database.db.calendarConnection.findFirstOrThrow({ where: { organizationId: here.organizationId } })).id;
}

const calendarId = async (connectionId: string, externalId: string) => (await database.db.calendar.findUniqueOrThrow({ where: { connectionId_externalId: { connectionId, externalId } } })).id;
const isFree = async ({ providerSlug, serviceSlug }: BuiltProvider, startsAt: string) =>
  (await findSlots(actingAs(manager, GUEST), { provider: providerSlug, service: serviceSlug, from: DAY, to: DAY, timeZone: "UTC" })).slots.some((slot) => slot.startsAt === new Date(startsAt).toISOString());
const freeAt = async (startsAt: string) => [await isFree(here, startsAt), await isFree(colleague, startsAt)];
const eventAt = (startsAt: string) => ({ summary: "Closed", start: { dateTime: startsAt }, end: { dateTime: new Date(Date.parse(startsAt) + 1_800_000).toISOString() } });

test("a clinic's calendar makes those busy whom a manager names, from its consent to its end", async () => {
  const [nine, ten] = [startIn(10, "10:00"), startIn(10, "11:00")];
  const holidays = await google.addCalendar(ACCOUNT, `Holidays ${uuidv7().slice(-6)}`);
  await google.addEvent(ACCOUNT, eventAt(nine), holidays);
  await google.addEvent(ACCOUNT, eventAt(ten));
  const connectionId = await connect();
  // A manager's private calendar is nobody's business until it is chosen.
  expect(await freeAt(nine)).toEqual([true, true]);
  expect(await freeAt(ten)).toEqual([true, true]);

  await setClinicCalendar(manager, { calendarId: await calendarId(connectionId, holidays), readsBusy: true, locationId: null });
  await setClinicCalendar(manager, { calendarId: await calendarId(connectionId, ACCOUNT), readsBusy: true, locationId: here.locationId });
  await runJobs(manager);
  expect(await freeAt(nine)).toEqual([false, false]);
  expect(await freeAt(ten)).toEqual([false, true]);

  // What makes them busy stands on their own page, read-only and without the account.
  const shown = await getCalendarStatus(actingAs(manager, providerActor(colleague)), undefined);
  expect(shown.clinicCalendars).toMatchObject([{ name: expect.stringMatching(/^Holidays/), of: "Test Clinic" }]);
  expect(shown.connections).toEqual([]);
  expect(JSON.stringify(shown)).not.toContain(ACCOUNT);

  await setClinicCalendar(manager, { calendarId: await calendarId(connectionId, ACCOUNT), readsBusy: true, locationId: elsewhere });
  expect(await freeAt(ten)).toEqual([true, false]);
  await disconnectCalendar(manager, { connectionId });
  expect(await freeAt(nine)).toEqual([true, true]);
  expect(await getClinicCalendars(manager, undefined)).toMatchObject({ state: "not-connected", connections: [] });
  const audited = await database.db.auditEntry.findMany({ where: { actorId: manager.actor.kind === "user" ? manager.actor.userId : "" }, orderBy: { id: "asc" }, select: { action: true } });
  expect(audited.map(({ action }) => action)).toEqual(["calendar.connect", "calendar.set-use", "calendar.set-use", "calendar.set-use", "calendar.disconnect"]);
});

test("a comparison on demand finds what Google shows and we lost, and a whole read brings it back", async () => {
  const nine = startIn(10, "10:00");
  const holidays = await google.addCalendar(ACCOUNT, `Closed ${uuidv7().slice(-6)}`);
  await google.addEvent(ACCOUNT, eventAt(nine), holidays);
  const id = await calendarId(await connect(), holidays);
  await setClinicCalendar(manager, { calendarId: id, readsBusy: true, locationId: null });
  await runJobs(manager);
  await database.db.busyInterval.deleteMany({ where: { calendarId: id } });
  expect(await compareClinicCalendars(manager, here.organizationId)).toEqual({ calendars: 1 });
  await runJobs(manager);
  const view = async () => (await getClinicCalendars(manager, here.organizationId)).connections[0]?.calendars.find((calendar) => calendar.id === id);
  expect(await view()).toMatchObject({ readsBusy: true, locationId: null, comparison: { found: 1, problem: null } });
  await rereadClinicCalendars(manager, here.organizationId);
  await runJobs(manager);
  await compareClinicCalendars(manager, here.organizationId);
  await runJobs(manager);
  expect(await view()).toMatchObject({ comparison: { found: 0 } });
  expect(await freeAt(nine)).toEqual([false, false]);
});

test("only those who manage this very clinic connect and choose, also when their role ends on Google's page", async () => {
  const { organizationId } = here;
  const [desk, stranger] = [await memberOf(organizationId, "FRONT_DESK"), await memberOf((await buildProvider(database.db)).organizationId, "OWNER")];
  const connectionId = await connect();
  const [calendar] = await database.db.calendar.findMany({ where: { connectionId } });
  const choice = { calendarId: calendar?.id ?? "", readsBusy: true, locationId: null };
  for (const other of [desk, stranger, actingAs(manager, providerActor(here))]) {
    await expect(startCalendarConnection(other, SESSION, { organizationId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(getClinicCalendars(other, organizationId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(setClinicCalendar(other, choice)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(compareClinicCalendars(other, organizationId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(rereadClinicCalendars(other, organizationId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(disconnectCalendar(other, { connectionId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  }
  await expect(getClinicCalendars(actingAs(manager, personActor(uuidv7())), undefined)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  // Another clinic's location is none of this one's.
  const { locationId } = await buildProvider(database.db);
  await expect(setClinicCalendar(manager, { ...choice, locationId })).rejects.toMatchObject({ code: "NOT_FOUND" });

  const before = await database.db.calendarConnection.count();
  const answer = await google.consent(await startCalendarConnection(manager, SESSION, { organizationId }), ACCOUNT);
  const { actor } = manager;
  if (actor.kind !== "user") throw new Error("a manager is a user");
  expect((await completeCalendarConnection(stranger, SESSION, answer)).problem).toBe("state-unknown");
  expect((await completeCalendarConnection(manager, "another session", answer)).problem).toBe("state-unknown");
  expect((await completeCalendarConnection(actingAs(manager, { ...actor, memberships: [{ organizationId, role: "FRONT_DESK" }] }), SESSION, answer)).problem).toBe("not-allowed");
  expect((await completeCalendarConnection(manager, SESSION, answer)).problem).toBe("state-used");
  expect(await database.db.calendarConnection.count()).toBe(before);
});
