import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import type { GuestLimits } from "@/application/shared/context";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { holdSlot } from "@/application/booking/hold-slot";
import { releaseHold } from "@/application/booking/release-hold";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { bookVisit, confirmRequest, deskActor, GUEST, holdRequest, personActor } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { outcomesOf, times } from "./outcomes";

const NOW = Date.UTC(2026, 10, 23, 8);
const MINUTE = 60_000;
const slot = (index: number) => new Date(Date.UTC(2026, 10, 26, 9) + index * 30 * MINUTE).toISOString();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor, guestLimits: Partial<GuestLimits>, now = NOW) => testContext(database, { actor, now, guestLimits });
const manyHolds = (built: BuiltProvider, actor: Actor, count: number) => outcomesOf(times(count, (index) => () => holdSlot(as(actor, { holds: 3 }), holdRequest(built, slot(index)))));

test("twelve times wanted at once from one address: three are kept, nine told to give one back, and when to come again", async () => {
  const built = await buildProvider(database.db);
  const { won, lost, errors } = await manyHolds(built, GUEST, 12);
  expect(won).toHaveLength(3);
  expect(lost).toEqual({ TOO_MANY_HOLDS: 9 });
  for (const { details } of errors) expect(details.retryAfterSeconds).toBe(600);

  // A neighbour, another provider, a hold given back and one that ran out are not counted. The times are of another day: which three were got is chance.
  await holdSlot(as({ kind: "guest", id: "neighbour" }, { holds: 3 }), holdRequest(built, slot(49)));
  await holdSlot(as(GUEST, { holds: 3 }), holdRequest(await buildProvider(database.db), slot(0)));
  const [first] = won;
  if (!first) throw new Error("nothing was held");
  await releaseHold(as(GUEST, { holds: 3 }), first);
  await holdSlot(as(GUEST, { holds: 3 }), holdRequest(built, slot(50)));
  await expect(holdSlot(as(GUEST, { holds: 3 }), holdRequest(built, slot(48)))).rejects.toMatchObject({ code: "TOO_MANY_HOLDS" });
  await holdSlot(as(GUEST, { holds: 3 }, NOW + 10 * MINUTE), holdRequest(built, slot(48)));
});

test("a signed-in person may keep five times, the front desk as many as callers want", async () => {
  const built = await buildProvider(database.db);
  const person = await manyHolds(built, personActor(crypto.randomUUID()), 8);
  expect(person.won).toHaveLength(5);
  const desk = await manyHolds(await buildProvider(database.db), deskActor(built, crypto.randomUUID()), 8);
  expect(desk.won).toHaveLength(5);
  const own = await buildProvider(database.db);
  expect((await manyHolds(own, deskActor(own, crypto.randomUUID()), 8)).won).toHaveLength(8);
});

test("ten visits confirmed at once for one e-mail address: five are booked, and the rest still held", async () => {
  const built = await buildProvider(database.db);
  const holds = await Promise.all(times(10, (index) => holdSlot(as(GUEST, {}), holdRequest(built, slot(index)))));
  const { won, lost } = await outcomesOf(holds.map((hold) => () => confirmBooking(as(GUEST, { bookings: 5 }), confirmRequest(hold))));
  expect(won).toHaveLength(5);
  expect(lost).toEqual({ TOO_MANY_BOOKINGS: 5 });
  expect(await database.db.booking.groupBy({ by: ["status"], where: { providerId: built.providerId }, _count: true, orderBy: { status: "asc" } })).toEqual([{ status: "HELD", _count: 5 }, { status: "CONFIRMED", _count: 5 }]);
});

test("the number alone counts too; other contacts, other providers and the next day do not", async () => {
  const built = await buildProvider(database.db);
  const book = async (index: number, patient: { email: string | null; phone: string | null }, { of = built, actor = GUEST, now = NOW }: { of?: BuiltProvider; actor?: Actor; now?: number } = {}) => {
    const app = as(actor, { bookings: 1 }, now);
    const { email, phone } = patient;
    return confirmBooking(app, { ...confirmRequest(await holdSlot(app, holdRequest(of, slot(index)))), patient: { name: "Ada Example", ...(email && { email }), ...(phone && { phone }) } });
  };
  const ada = { email: "ada@example.test", phone: "+442079460123" };
  await book(0, ada);
  const refused = { code: "TOO_MANY_BOOKINGS" };
  await expect(book(1, { email: ada.email, phone: null })).rejects.toMatchObject(refused);
  await expect(book(2, { email: "other@example.test", phone: ada.phone })).rejects.toMatchObject(refused);
  await book(3, { email: "other@example.test", phone: "+442079460999" });
  await book(0, ada, { of: await buildProvider(database.db) });
  await book(4, ada, { actor: deskActor(built, crypto.randomUUID()) });
  await book(5, ada, { now: NOW + 24 * 60 * MINUTE + MINUTE });
});

test("a visit that was cancelled or is over leaves room for another", async () => {
  const built = await buildProvider(database.db);
  const { reference } = await bookVisit(as(GUEST, { bookings: 1 }), built, slot(0));
  await database.db.booking.updateMany({ where: { reference }, data: { status: "CANCELLED" } });
  await bookVisit(as(GUEST, { bookings: 1 }), built, slot(1));
});
