import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildBooking } from "@tests/support/builders/build-booking";
import { bookVisit, deskActor, GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { bookForCaller } from "./book-for-caller";
import { claimGuestBookings } from "./claim-guest-bookings";
import { listBookings } from "./list-bookings";
import { listOwnBookings } from "./list-own-bookings";

const NOW = Date.UTC(2026, 10, 23, 8);
const at = (hour: number) => `2026-11-25T${String(hour).padStart(2, "0")}:00:00.000Z`;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor) => testContext(database, { actor, now: NOW });
const callerRequest = (built: BuiltProvider, startsAt: string) => ({
  providerId: built.providerId, service: built.serviceSlug, startsAt, mode: "IN_PERSON" as const, patient: { name: "Carl Caller", phone: "030 12345678" }, timeZone: "Europe/Berlin",
});

test("the desk books for a caller at once, approval included", async () => {
  const built = await buildProvider(database.db, { service: { requiresApproval: true } });
  const app = as(deskActor(built, built.userId));
  const view = await bookForCaller(app, callerRequest(built, at(9)));
  expect(view).toMatchObject({ status: "CONFIRMED", source: "DESK", isOverbook: false, patient: { name: "Carl Caller", phone: "+493012345678", email: null }, channels: ["SMS"], reason: null });
  const row = await database.db.booking.findFirstOrThrow({ where: { reference: view.reference }, include: { patient: true } });
  expect(row.patient?.userId).toBeNull();
  expect(await database.db.auditEntry.count({ where: { subjectId: row.id, action: "booking.book-for-caller", actorKind: "user" } })).toBe(1);
  expect((await waitingJobs(database.pool, row.id)).map((job) => job.task)).toContain("messages.announce");
  expect(await database.db.bookingLink.count({ where: { seriesId: row.seriesId } })).toBe(1);
});

test("over another booking only with a reason, and only for one's own clinic", async () => {
  const built = await buildProvider(database.db);
  await buildBooking(database.db, built, { startsAt: at(9) });
  const app = as(providerActor(built));
  await expect(bookForCaller(app, callerRequest(built, at(9)))).rejects.toMatchObject({ code: "SLOT_TAKEN", details: { alternatives: { length: 3 } } });
  expect(await bookForCaller(app, { ...callerRequest(built, at(9)), override: { reason: "Emergency" } })).toMatchObject({ isOverbook: true, overrideReason: "Emergency" });
  expect(await bookForCaller(app, { ...callerRequest(built, at(20)), override: { reason: "Evening call" } })).toMatchObject({ isOverbook: false, overrideReason: "Evening call" });
  for (const stranger of [providerActor(await buildProvider(database.db)), personActor(built.organizationId)]) {
    await expect(bookForCaller(as(stranger), callerRequest(built, at(10)))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  }
  await expect(bookForCaller(app, { ...callerRequest(built, at(10)), patient: { name: "Carl", phone: "12" } })).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(3);
});

test("the clinic's list is paged, filtered and searched, and shows nobody else's", async () => {
  const built = await buildProvider(database.db);
  const other = await buildProvider(database.db);
  for (const hour of [8, 9, 10, 11, 12]) await buildBooking(database.db, built, { startsAt: at(hour), patient: { name: `Patient ${hour}` } });
  await buildBooking(database.db, built, { startsAt: at(13), booking: { status: "CANCELLED" }, patient: { name: "100% Gone" } });
  await buildBooking(database.db, other, { startsAt: at(8) });
  const app = as(deskActor(built, built.userId));
  const starts = async (input: Partial<Parameters<typeof listBookings>[1]>) => {
    const page = await listBookings(app, { limit: 50, ...input });
    return { hours: page.items.map((item) => Number(item.startsAt.slice(11, 13))), next: page.nextCursor };
  };
  const first = await starts({ from: at(9), statuses: ["CONFIRMED"], limit: 2 });
  expect(first.hours).toEqual([9, 10]);
  expect(await starts({ from: at(9), statuses: ["CONFIRMED"], limit: 2, cursor: first.next ?? undefined })).toEqual({ hours: [11, 12], next: null });
  expect((await starts({})).hours).toEqual([13, 12, 11, 10, 9, 8]);
  expect((await starts({ to: at(9) })).hours).toEqual([8]);
  expect((await starts({ query: "patient 1" })).hours).toEqual([12, 11, 10]);
  expect((await starts({ query: "100%" })).hours).toEqual([13]);
  expect((await starts({ query: "%" })).hours).toEqual([13]);
  await database.db.patient.updateMany({ where: { providerId: built.providerId, name: "100% Gone" }, data: { phone: "+493055501234" } });
  for (const written of ["+49 30 5550-1234", "030 55501234", "55501234"]) expect((await starts({ query: written })).hours).toEqual([13]);
  expect((await listBookings(as(providerActor(built)), { limit: 50 })).items).toHaveLength(6);
  await expect(listBookings(app, { limit: 50, providerId: other.providerId })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(listBookings(as(personActor(built.userId)), { limit: 50 })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(listBookings(as(GUEST), { limit: 50 })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("a patient sees their own bookings, guest ones only with a verified address", async () => {
  const built = await buildProvider(database.db);
  const guestBooking = await bookVisit(as(GUEST), built, at(9));
  const user = await database.db.user.create({ data: { id: crypto.randomUUID(), email: "ada@example.test" } });
  const ada = as(personActor(user.id, "ada@example.test"));
  const ownBooking = await bookVisit(ada, built, at(10));
  expect((await listOwnBookings(ada)).upcoming.map((booking) => booking.reference)).toEqual([ownBooking.reference]);
  expect(await claimGuestBookings(ada)).toEqual({ claimed: 0 });

  await database.db.user.update({ where: { id: user.id }, data: { emailVerified: new Date(NOW) } });
  const { upcoming, past } = await listOwnBookings(ada);
  expect(upcoming.map((booking) => [booking.reference, booking.manageUrl])).toEqual([[guestBooking.reference, guestBooking.manageUrl], [ownBooking.reference, ownBooking.manageUrl]]);
  expect(past).toEqual([]);
  expect(await claimGuestBookings(ada)).toEqual({ claimed: 1 });
  expect(await claimGuestBookings(ada)).toEqual({ claimed: 0 });
  await expect(listOwnBookings(as(GUEST))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(claimGuestBookings(as(GUEST))).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});
