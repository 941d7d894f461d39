import { afterAll, beforeAll, expect, test } from "vitest";
import { uuidv7 } from "uuidv7";
import type { Actor } from "@/application/shared/actor";
import { deskActor, providerActor } from "@tests/support/booking-requests";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { addException } from "./add-exception";
import { checkTime } from "./check-time";
import { AddExceptionInput } from "./schedule-schemas";
import { scheduleRange } from "./schedule-range";

const NOW = Date.UTC(2026, 10, 21, 10);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor) => testContext(database, { actor, now: NOW });
const weekdays = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 }));

test("a day shows visits, external busy time, leave and closed hours as the wall clock reads them", async () => {
  const built = await buildProvider(database.db, { weekly: weekdays });
  const { calendarId } = await buildCalendarConnection(database.db, built.providerId);
  const { reference } = await buildBooking(database.db, built, { startsAt: "2026-11-24T09:00:00Z" });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T12:00:00Z", booking: { status: "CANCELLED" } });
  await database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, providerId: built.providerId, externalEventId: "e", startsAt: new Date("2026-11-24T13:00:00Z"), endsAt: new Date("2026-11-24T14:00:00Z"), kind: "default" } });
  const app = as(providerActor(built));
  await addException(app, AddExceptionInput.parse({ kind: "CLOSED", fromDate: "2026-11-24", toDate: "2026-11-24", startMinute: 900, endMinute: 960, label: "Dentist" }));
  const range = await scheduleRange(app, { from: "2026-11-24", to: "2026-11-25" });
  expect(range).toMatchObject({ timeZone: "Europe/Berlin", now: "2026-11-21T11:00" });
  expect(range.bookings).toMatchObject([{ reference, status: "CONFIRMED", start: "2026-11-24T10:00", end: "2026-11-24T10:30", patientName: "Grace Example", sync: "none" }]);
  expect(range.busy).toEqual([{ start: "2026-11-24T14:00", end: "2026-11-24T15:00" }]);
  expect(range.leave).toEqual([{ start: "2026-11-24T15:00", end: "2026-11-24T16:00", label: "Dentist" }]);
  expect(range.closed).toEqual([
    { start: "2026-11-24T00:00", end: "2026-11-24T09:00" },
    { start: "2026-11-24T15:00", end: "2026-11-24T16:00" },
    { start: "2026-11-24T17:00", end: "2026-11-25T00:00" },
  ]);
});

test("the day clocks go back is closed from midnight to midnight, all of it", async () => {
  const built = await buildProvider(database.db, { weekly: weekdays });
  // Sunday 25 October 2026 has 25 hours in Berlin.
  const range = await scheduleRange(as(providerActor(built)), { from: "2026-10-25", to: "2026-10-26" });
  expect(range.closed).toEqual([{ start: "2026-10-25T00:00", end: "2026-10-26T00:00" }]);
});

test("the front desk sees the schedules of its clinic, another clinic's are refused", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  const days = { from: "2026-11-24", to: "2026-11-25" };
  const desk = as(deskActor(built, other.userId));
  expect((await scheduleRange(desk, { providerId: built.providerId, ...days })).providerId).toBe(built.providerId);
  await expect(scheduleRange(desk, { providerId: other.providerId, ...days })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(checkTime(desk, { providerId: other.providerId, service: other.serviceSlug, localStart: "2026-11-24T10:00" })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test("a wall-clock time becomes an instant, with the rule that keeps patients from it", async () => {
  const built = await buildProvider(database.db, { weekly: weekdays });
  const { reference } = await buildBooking(database.db, built, { startsAt: "2026-11-24T09:00:00Z" });
  const app = as(providerActor(built));
  const check = (localStart: string, moved?: string) => checkTime(app, { service: built.serviceSlug, localStart, ...(moved !== undefined && { reference: moved }) });
  expect(await check("2026-11-24T09:00")).toMatchObject({ startsAt: "2026-11-24T08:00:00.000Z", localEnd: "2026-11-24T09:30", isOffered: true, isTaken: false, sentence: null });
  expect(await check("2026-11-24T10:00")).toMatchObject({ isOffered: false, isTaken: true, mayOverride: true });
  // A booking is not in its own way.
  expect(await check("2026-11-24T10:00", reference)).toMatchObject({ isOffered: true, isTaken: false });
  expect(await check("2026-11-28T10:00")).toMatchObject({ isOffered: false, isTaken: false, mayOverride: true, sentence: "This is outside working hours." });
  expect(await check("2026-11-20T10:00")).toMatchObject({ isOffered: false, mayOverride: false, sentence: "This time has passed." });
});
