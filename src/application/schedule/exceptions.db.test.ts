import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { deskActor, providerActor } from "@tests/support/booking-requests";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { addException } from "./add-exception";
import { addHoliday } from "./add-holiday";
import { getSchedule } from "./get-schedule";
import { removeException } from "./remove-exception";
import { removeHoliday } from "./remove-holiday";
import { AddExceptionInput } from "./schedule-schemas";

const NOW = Date.UTC(2026, 10, 21, 10);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor) => testContext(database, { actor, now: NOW });
const leave = (fromDate: string, toDate: string) => AddExceptionInput.parse({ kind: "CLOSED", fromDate, toDate, label: "Holiday" });
const actionsOn = async (subjectId: string) => (await database.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ action }) => action);
const managerActor = (built: BuiltProvider): Actor => {
  const desk = deskActor(built, built.userId);
  return desk.kind === "user" ? { ...desk, memberships: [{ organizationId: built.organizationId, role: "MANAGER" }] } : desk;
};

test("leave counts the bookings it covers in the provider's zone, keeps them, and can be taken back", async () => {
  const built = await buildProvider(database.db);
  // 23:30 on the 24th and 00:30 on the 25th in Berlin.
  await buildBooking(database.db, built, { startsAt: "2026-11-24T22:30:00Z" });
  await buildBooking(database.db, built, { startsAt: "2026-11-24T23:30:00Z" });
  await buildBooking(database.db, built, { startsAt: "2026-11-25T09:00:00Z", booking: { status: "CANCELLED" } });
  const app = as(providerActor(built));
  const { id, bookingsInside } = await addException(app, leave("2026-11-25", "2026-11-27"));
  expect(bookingsInside).toBe(1);
  expect((await getSchedule(app, {})).exceptions).toEqual([{ id, kind: "CLOSED", fromDate: "2026-11-25", toDate: "2026-11-27", startMinute: null, endMinute: null, label: "Holiday" }]);
  await removeException(app, { exceptionId: id });
  expect((await getSchedule(app, {})).exceptions).toEqual([]);
  expect(await database.db.booking.count({ where: { providerId: built.providerId, status: "CONFIRMED" } })).toBe(2);
  expect(await actionsOn(built.providerId)).toEqual(["schedule.add-exception", "schedule.remove-exception"]);
});

test("days that are past are refused by their field", async () => {
  const app = as(providerActor(await buildProvider(database.db)));
  await expect(addException(app, leave("2026-11-18", "2026-11-20"))).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "toDate" }] } });
});

test.each([
  [{ kind: "CLOSED", fromDate: "2026-11-25", toDate: "2026-11-24" }, "toDate"],
  [{ kind: "HOURS", fromDate: "2026-11-25", toDate: "2026-11-25" }, "startMinute"],
  [{ kind: "EXTRA", fromDate: "2026-11-25", toDate: "2026-11-25", startMinute: 540, endMinute: 540 }, "endMinute"],
  [{ kind: "CLOSED", fromDate: "2026-11-25", toDate: "2028-11-25" }, "toDate"],
])("%o is refused at %s", (input, field) => {
  const result = AddExceptionInput.safeParse(input);
  expect(result.error?.issues.map(({ path }) => path.join("."))).toContain(field);
});

test("the front desk plans nobody's leave, and another provider's exception is not found", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  await expect(addException(as(deskActor(built, other.userId)), { ...leave("2026-11-25", "2026-11-25"), providerId: built.providerId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const { id } = await addException(as(providerActor(built)), leave("2026-11-25", "2026-11-25"));
  await expect(removeException(as(providerActor(other)), { exceptionId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(removeException(as(providerActor(other)), { providerId: built.providerId, exceptionId: id })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test("a manager closes a day for the whole organization, once; a provider alone may not", async () => {
  const built = await buildProvider(database.db);
  const manager = as(managerActor(built));
  const { id } = await addHoliday(manager, { onDate: "2026-12-24", name: "Christmas Eve" });
  await expect(addHoliday(manager, { onDate: "2026-12-24", name: "Again" })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "onDate" }] } });
  const provider = as(providerActor(built));
  expect((await getSchedule(provider, {})).holidays).toEqual([{ id, onDate: "2026-12-24", name: "Christmas Eve" }]);
  await expect(addHoliday(provider, { onDate: "2026-12-31", name: "Eve" })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(removeHoliday(provider, { holidayId: id })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await removeHoliday(manager, { holidayId: id });
  expect((await getSchedule(provider, {})).holidays).toEqual([]);
  expect(await actionsOn(built.organizationId)).toEqual(["schedule.add-holiday", "schedule.remove-holiday"]);
});
