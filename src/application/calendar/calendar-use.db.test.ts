import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { offlineGoogle } from "@tests/support/google/offline-google";
import { testContext } from "@tests/support/test-context";
import type { AppContext } from "@/application/shared/context";
import { getCalendarStatus } from "./get-calendar-status";
import { setBookingCalendar } from "./set-booking-calendar";
import { setCalendarUse } from "./set-calendar-use";
import { startCalendarConnection } from "./start-calendar-connection";
import { syncNow } from "./sync-now";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const ports = offlineGoogle();
const provider = (built: BuiltProvider): AppContext =>
  testContext(database, { actor: { kind: "user", userId: built.userId, email: "", name: null, isAdministrator: false, providerId: built.providerId, memberships: [] }, now: Date.parse("2026-11-24T09:00:00Z"), ports });
const keys = async (calendarId: string) => (await database.pool.query<{ key: string }>("SELECT key FROM graphile_worker.jobs WHERE key LIKE '%' || $1 ORDER BY key", [calendarId])).rows.map((row) => row.key);

test("a calendar put out of use blocks nothing at once, in use again it is read anew", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId, { calendar: { syncToken: "token", receivesBookings: false } });
  await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, providerId: built.providerId, externalEventId: "e", startsAt: new Date(1), endsAt: new Date(2), kind: "default" } });
  await setCalendarUse(provider(built), { calendarId, readsBusy: false });
  expect(await database.db.busyInterval.count({ where: { calendarId } })).toBe(0);
  expect(await database.db.calendar.findUnique({ where: { id: calendarId } })).toMatchObject({ readsBusy: false, syncToken: null });
  expect(await keys(calendarId)).toEqual([`channel:${calendarId}`]);
  await setCalendarUse(provider(built), { calendarId, readsBusy: true });
  expect(await keys(calendarId)).toEqual([`channel:${calendarId}`, `sync:${calendarId}`]);
  expect(await database.db.auditEntry.count({ where: { subjectId: calendarId, action: "calendar.set-use" } })).toBe(2);
});

test("nobody else's calendar can be looked at, read or changed", async () => {
  const built = await buildProvider(database.db);
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId);
  const stranger = provider(await buildProvider(database.db));
  await expect(setCalendarUse(stranger, { calendarId, readsBusy: false })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getCalendarStatus(stranger, built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(syncNow(stranger, built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(setCalendarUse(stranger, { calendarId: uuidv7(), readsBusy: false })).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await keys(calendarId)).toEqual([]);
});

test("the calendar that bookings go to is followed even when its events block nothing; another one no longer", async () => {
  const built = await buildProvider(database.db);
  const { calendarId, connectionId } = await buildCalendarConnection(database.db, built.providerId);
  await setCalendarUse(provider(built), { calendarId, readsBusy: false });
  expect(await keys(calendarId)).toEqual([`channel:${calendarId}`, `sync:${calendarId}`]);
  const other = uuidv7();
  await database.db.calendar.create({ data: { id: other, connectionId, providerId: built.providerId, externalId: "other@example.test", name: "Other", timeZone: "Europe/Berlin", readsBusy: false } });
  await setBookingCalendar(provider(built), { calendarId: other });
  // The one left is asked about its channel, which is then closed.
  expect(await keys(other)).toEqual([`channel:${other}`, `sync:${other}`]);
  expect(await syncNow(provider(built), built.providerId)).toEqual({ calendars: 1 });
});

test("the clinic's staff see how a provider's calendar stands, and change nothing", async () => {
  const built = await buildProvider(database.db);
  const organizationId = uuidv7();
  await database.db.organization.create({ data: { id: organizationId, name: "Clinic", slug: organizationId, email: "clinic@example.test", phone: "" } });
  await database.db.provider.update({ where: { id: built.providerId }, data: { organizationId } });
  const { calendarId, connectionId } = await buildCalendarConnection(database.db, built.providerId);
  const staff = (of: string): AppContext => testContext(database, { actor: { kind: "user", userId: uuidv7(), email: "", name: null, isAdministrator: false, providerId: null, memberships: [{ organizationId: of, role: "FRONT_DESK" }] }, now: Date.parse("2026-11-24T09:00:00Z"), ports });
  expect(await getCalendarStatus(staff(organizationId), built.providerId)).toMatchObject({ state: "active", connections: [{ id: connectionId }] });
  await expect(getCalendarStatus(staff(uuidv7()), built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(setCalendarUse(staff(organizationId), { calendarId, readsBusy: false })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(syncNow(staff(organizationId), built.providerId)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test("a read can be asked for; an account that must be connected again says so", async () => {
  const built = await buildProvider(database.db);
  const { calendarId, connectionId } = await buildCalendarConnection(database.db, built.providerId);
  expect(await syncNow(provider(built), built.providerId)).toEqual({ calendars: 1 });
  expect(await keys(calendarId)).toEqual([`sync:${calendarId}`]);
  await database.db.calendarConnection.update({ where: { id: connectionId }, data: { status: "RECONNECT_NEEDED" } });
  await expect(syncNow(provider(built), built.providerId)).rejects.toMatchObject({ code: "CALENDAR_RECONNECT_NEEDED" });
});

test("a consent asks Google for lasting access with PKCE, and keeps neither state nor verifier in the clear", async () => {
  const built = await buildProvider(database.db);
  const url = new URL(await startCalendarConnection(provider(built), "session", { returnTo: "https://evil.example/provider" }));
  const query = Object.fromEntries(url.searchParams);
  expect(url.origin + url.pathname).toBe("https://accounts.google.com/o/oauth2/v2/auth");
  expect(query).toMatchObject({ access_type: "offline", prompt: "consent select_account", include_granted_scopes: "true", code_challenge_method: "S256", response_type: "code", redirect_uri: "https://clinic.example/api/google-calendar/callback" });
  expect(query.code_challenge).toMatch(/^[\w-]{43}$/);
  expect(query.state).toMatch(/^[\w-]{43}$/);
  const stored = await database.db.oAuthState.findFirstOrThrow({ where: { userId: built.userId } });
  expect(stored.returnTo).toBe("/provider/integrations");
  expect(JSON.stringify(stored)).not.toContain(query.state);
  expect(stored.expiresAt).toEqual(new Date("2026-11-24T09:10:00Z"));
  await expect(startCalendarConnection({ ...provider(built), actor: { kind: "guest", id: "g" } }, null)).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(startCalendarConnection({ ...provider(built), ports: { ...provider(built).ports, calendarAuth: null } }, "session")).rejects.toMatchObject({ code: "INTEGRATION_OFF" });
});
