import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { deskActor, GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { FindSlotsInput } from "./availability-schemas";
import { explainSlot } from "./explain-slot";
import { findSlots } from "./find-slots";
import { nextSlots } from "./next-slots";

// Monday 23 November 2026, 09:00 in Berlin.
const NOW = Date.UTC(2026, 10, 23, 8);
const TUESDAY = "2026-11-24";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const guest = () => testContext(database, { actor: GUEST, now: NOW });
const onTuesday = (built: BuiltProvider, timeZone = "Europe/Berlin") => ({ provider: built.providerSlug, service: built.serviceSlug, from: TUESDAY, to: TUESDAY, timeZone });
const startsOf = async (built: BuiltProvider) => (await findSlots(guest(), onTuesday(built))).slots.map((slot) => slot.providerLocalStart.slice(11));

async function addBusy(built: BuiltProvider, startsAt: string, endsAt: string, readsBusy = true) {
  const connection = await database.db.calendarConnection.create({ data: { id: uuidv7(), providerId: built.providerId, status: "ACTIVE", accountEmail: "a@example.test", accountSubject: uuidv7(), scopes: [], connectedAt: new Date(NOW) } });
  const calendar = await database.db.calendar.create({ data: { id: uuidv7(), connectionId: connection.id, providerId: built.providerId, externalId: "primary", name: "Primary", timeZone: "Europe/Berlin", readsBusy } });
  await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId: calendar.id, providerId: built.providerId, externalEventId: "e1", startsAt: new Date(startsAt), endsAt: new Date(endsAt), kind: "default" } });
}

test("free starts lie within hours and clear of events, bookings and unexpired holds", async () => {
  const built = await buildProvider(database.db, { service: { slotStepMinutes: 60 } });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T08:00:00Z" });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T09:00:00Z", booking: { status: "CANCELLED" } });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T10:00:00Z", booking: { status: "HELD", holdTokenHash: "h", holdExpiresAt: new Date(NOW + 1) } });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T11:00:00Z", booking: { status: "HELD", holdTokenHash: "h", holdExpiresAt: new Date(NOW) } });
  await addBusy(built, "2026-11-24T12:15:00Z", "2026-11-24T13:05:00Z");
  await addBusy(built, "2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z", false);
  expect(await startsOf(built)).toEqual(["10:00", "12:00", "15:00", "16:00"]);
});

test("an event over several days and one that began before the range are in the way", async () => {
  const built = await buildProvider(database.db);
  await addBusy(built, "2026-11-01T00:00:00Z", "2026-11-24T15:00:00Z");
  expect(await startsOf(built)).toEqual(["16:00", "16:30"]);
});

test("breaks, leave, holidays and extra hours shape the day", async () => {
  const built = await buildProvider(database.db, { service: { durationMinutes: 60, slotStepMinutes: 60 } });
  await database.db.availabilityRule.create({ data: { id: uuidv7(), providerId: built.providerId, kind: "BREAK", weekday: 2, startMinute: 720, endMinute: 780 } });
  const exception = { providerId: built.providerId, fromDate: new Date("2026-11-20"), toDate: new Date(TUESDAY) };
  await database.db.availabilityException.create({ data: { id: uuidv7(), ...exception, kind: "CLOSED", startMinute: 540, endMinute: 660 } });
  await database.db.availabilityException.create({ data: { id: uuidv7(), ...exception, kind: "EXTRA", startMinute: 1140, endMinute: 1200 } });
  expect(await startsOf(built)).toEqual(["11:00", "13:00", "14:00", "15:00", "16:00", "19:00"]);
  await database.db.holiday.create({ data: { id: uuidv7(), organizationId: built.organizationId, onDate: new Date(TUESDAY), name: "Founders' day" } });
  expect(await startsOf(built)).toEqual(["19:00"]);
  await database.db.availabilityException.create({ data: { id: uuidv7(), ...exception, kind: "CLOSED" } });
  expect(await startsOf(built)).toEqual([]);
});

test("days are the reader's, times are shown in both zones", async () => {
  const built = await buildProvider(database.db, { weekly: [{ weekday: 2, startMinute: 0, endMinute: 60 }, { weekday: 2, startMinute: 540, endMinute: 570 }] });
  const view = await findSlots(guest(), onTuesday(built, "America/New_York"));
  // 09:00 in Berlin is 03:00 of the same day in New York; 00:00 there is still Monday.
  expect(view).toMatchObject({ timeZone: "America/New_York", providerTimeZone: "Europe/Berlin" });
  expect(view.slots).toEqual([{ startsAt: "2026-11-24T08:00:00.000Z", endsAt: "2026-11-24T08:30:00.000Z", localStart: "2026-11-24T03:00", providerLocalStart: "2026-11-24T09:00" }]);
});

test("a full day under a daily cap offers nothing, finished visits counted", async () => {
  const built = await buildProvider(database.db, { service: { dailyCap: 2 } });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T08:00:00Z", booking: { status: "COMPLETED" } });
  expect(await startsOf(built)).toHaveLength(16);
  await buildBooking(database.db, built, { startsAt: "2026-11-24T09:00:00Z" });
  expect(await startsOf(built)).toEqual([]);
});

test("what cannot be asked is named", async () => {
  const built = await buildProvider(database.db);
  const suspended = await buildProvider(database.db, { provider: { status: "SUSPENDED" } });
  await expect(findSlots(guest(), { ...onTuesday(built), provider: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(findSlots(guest(), { ...onTuesday(built), service: "surgery" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(findSlots(guest(), onTuesday(suspended))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(findSlots(guest(), onTuesday(built, "Europe/Atlantis"))).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "timeZone" }] } });
  const wrong = FindSlotsInput.safeParse({ ...onTuesday(built), to: "2026-11-23" });
  expect(wrong.error?.issues[0]?.path).toEqual(["to"]);
  expect((await findSlots(guest(), { ...onTuesday(built), from: "1900-01-01", to: "1900-01-02" })).slots).toEqual([]);
  expect((await findSlots(guest(), { ...onTuesday(built), from: "9999-12-30", to: "9999-12-31" })).slots).toEqual([]);
});

test("the clinic learns which rule refuses a time, strangers learn nothing", async () => {
  const built = await buildProvider(database.db);
  await buildBooking(database.db, built, { startsAt: "2026-11-24T09:00:00Z" });
  const desk = testContext(database, { actor: deskActor(built, built.userId), now: NOW });
  const ask = (startsAt: string) => explainSlot(desk, { provider: built.providerSlug, service: built.serviceSlug, startsAt });
  expect(await ask("2026-11-24T08:00:00.000Z")).toMatchObject({ isOffered: true, rule: null });
  expect(await ask("2026-11-24T09:00:00.000Z")).toMatchObject({ isOffered: false, rule: "BUSY", interval: { from: "2026-11-24T09:00:00.000Z", to: "2026-11-24T09:30:00.000Z" } });
  expect(await ask("2026-11-24T05:00:00.000Z")).toMatchObject({ isOffered: false, rule: "OUTSIDE_HOURS", interval: null });
  const question = { provider: built.providerSlug, service: built.serviceSlug, startsAt: "2026-11-24T09:00:00.000Z" };
  await expect(explainSlot(guest(), question)).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  for (const actor of [personActor(built.organizationId), providerActor(await buildProvider(database.db))]) {
    await expect(explainSlot(testContext(database, { actor, now: NOW }), question)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  }
});

test("the soonest times of many providers take a fixed number of queries", async () => {
  const free = await buildProvider(database.db, { service: { minimumNoticeMinutes: 60 } });
  const later = await buildProvider(database.db);
  const never = await buildProvider(database.db, { weekly: [] });
  const suspended = await buildProvider(database.db, { provider: { status: "SUSPENDED" } });
  await addBusy(later, "2026-11-20T00:00:00Z", "2026-12-20T12:00:00Z");
  const found = await nextSlots(guest(), { providerIds: [free, later, never, suspended].map((built) => built.providerId), count: 2 });
  const shown = (built: BuiltProvider) => found.get(built.providerId)?.map((slot) => new Date(slot.startsAt).toISOString());
  expect(shown(free)).toEqual(["2026-11-23T09:00:00.000Z", "2026-11-23T09:30:00.000Z"]);
  expect(shown(later)).toEqual(["2026-12-20T12:00:00.000Z", "2026-12-20T12:30:00.000Z"]);
  expect(shown(never)).toEqual([]);
  expect(shown(suspended)).toEqual([]);
});

test("asking for one mode or one service narrows the soonest times", async () => {
  const built = await buildProvider(database.db);
  const ask = async (question: { mode?: "PHONE" | "ONLINE"; service?: string }) => (await nextSlots(guest(), { providerIds: [built.providerId], count: 1, ...question })).get(built.providerId)?.length;
  expect(await ask({ mode: "ONLINE" })).toBe(1);
  expect(await ask({ mode: "PHONE" })).toBe(0);
  expect(await ask({ service: "surgery" })).toBe(0);
});
