import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { CATALOGUE } from "@/domain/services/catalogue";
import { deskActor, providerActor } from "@tests/support/booking-requests";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { createServices } from "./create-services";
import { listServices } from "./list-services";
import { reorderServices } from "./reorder-services";
import { ServiceFields } from "./service-schemas";
import { setServiceActive } from "./set-service-active";
import { updateService } from "./update-service";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor) => testContext(database, { actor, now: Date.UTC(2026, 10, 21, 10) });
const fields = (name: string): ServiceFields => ServiceFields.parse({ ...CATALOGUE[0], name, currency: "EUR", modes: ["in-person", "ONLINE"], reminders: [{ minutesBefore: 1440, channel: "CHOSEN" }, { minutesBefore: 120, channel: "SMS" }] });
const actionsOn = async (subjectId: string) => (await database.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(({ action }) => action);

test("services are added at the end under addresses of their own", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  const { ids } = await createServices(app, { services: [fields("Consultation"), fields("Jörgs Überprüfung"), fields("診察")] });
  const { items, canEdit } = await listServices(app, {});
  expect(canEdit).toBe(true);
  expect(items.map(({ slug }) => slug)).toEqual(["consultation", "consultation-2", "jorgs-uberprufung", "visit"]);
  expect(items.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
  expect(await actionsOn(ids[0] ?? "")).toEqual(["service.create"]);
});

test("editing a service changes no booking, keeps its address, and audits the changed fields alone", async () => {
  const built = await buildProvider(database.db);
  const { id } = await buildBooking(database.db, built, { startsAt: "2026-11-24T09:00:00Z" });
  const before = await database.db.booking.findUniqueOrThrow({ where: { id } });
  const app = as(providerActor(built));
  const [service] = (await listServices(app, {})).items;
  const { id: _id, slug: _slug, isActive: _isActive, position: _position, ...known } = service!;
  await updateService(app, { serviceId: built.serviceId, service: { ...known, name: "Check-up", durationMinutes: 45, priceAmount: 9900 } });
  expect(await database.db.booking.findUniqueOrThrow({ where: { id } })).toEqual(before);
  expect((await listServices(app, {})).items[0]).toMatchObject({ name: "Check-up", slug: built.serviceSlug, durationMinutes: 45 });
  const entry = await database.db.auditEntry.findFirstOrThrow({ where: { subjectId: built.serviceId, action: "service.update" } });
  expect(entry.before).toEqual({ name: "Consultation", durationMinutes: 30, priceAmount: 5000 });
  expect(entry.after).toEqual({ name: "Check-up", durationMinutes: 45, priceAmount: 9900 });
});

test("a service is archived and offered again, each audited once however often it is asked", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  for (let i = 0; i < 2; i += 1) await setServiceActive(app, { serviceId: built.serviceId, isActive: false });
  expect((await listServices(app, {})).items[0]?.isActive).toBe(false);
  await setServiceActive(app, { serviceId: built.serviceId, isActive: true });
  expect(await actionsOn(built.serviceId)).toEqual(["service.archive", "service.restore"]);
});

test("an order is kept when it names every service, and refused when the list has changed", async () => {
  const built = await buildProvider(database.db);
  const app = as(providerActor(built));
  const { ids } = await createServices(app, { services: [fields("Second")] });
  const wanted = [ids[0]!, built.serviceId];
  await reorderServices(app, { serviceIds: wanted });
  expect((await listServices(app, {})).items.map(({ id }) => id)).toEqual(wanted);
  await expect(reorderServices(app, { serviceIds: [built.serviceId] })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  await expect(reorderServices(app, { serviceIds: [built.serviceId, built.serviceId] })).rejects.toMatchObject({ code: "VERSION_CONFLICT" });
  expect(await actionsOn(built.providerId)).toEqual(["service.reorder"]);
});

test("the front desk and other providers change no service", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  const scope = { providerId: built.providerId };
  for (const app of [as(deskActor(built, other.userId)), as(providerActor(other))]) {
    await expect(createServices(app, { ...scope, services: [fields("Mine")] })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(updateService(app, { ...scope, serviceId: built.serviceId, service: fields("Mine") })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(setServiceActive(app, { ...scope, serviceId: built.serviceId, isActive: false })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
    await expect(reorderServices(app, { ...scope, serviceIds: [built.serviceId] })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  }
  await expect(updateService(as(providerActor(other)), { serviceId: built.serviceId, service: fields("Mine") })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(listServices(as(providerActor(other)), scope)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
});

test.each([
  ["durationMinutes", 0], ["durationMinutes", 500], ["bufferAfterMinutes", -1], ["horizonDays", 366], ["dailyCap", 0], ["priceAmount", -1], ["priceAmount", 10.5], ["currency", "eur"], ["modes", []], ["modes", ["FAX"]], ["name", " "], ["name", "a\nb"],
])("%s of %o is refused", (field, value) => {
  const result = ServiceFields.safeParse({ ...fields("Visit"), [field]: value });
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
