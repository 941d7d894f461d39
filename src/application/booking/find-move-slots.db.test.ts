import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { findSlots } from "@/application/availability/find-slots";
import { bookVisit, deskActor, GUEST, personActor, providerActor } from "@tests/support/booking-requests";
import { buildBooking } from "@tests/support/builders/build-booking";
import { buildProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";
import { cancelBooking } from "./cancel-booking";
import { findMoveSlots } from "./find-move-slots";
import { findLinkActor } from "./manage-link";
import { rescheduleBooking } from "./reschedule-booking";

// Monday 23 November 2026, 09:00 in Berlin.
const NOW = Date.UTC(2026, 10, 23, 8);
const WEDNESDAY = { from: "2026-11-25", to: "2026-11-25", timeZone: "Europe/Berlin" };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor, now = NOW) => testContext(database, { actor, now });
const clock = ({ slots }: { slots: readonly { providerLocalStart: string }[] }) => slots.map((slot) => slot.providerLocalStart.slice(11));

/** A visit from 10:00 to 10:30 on Wednesday, buffered by 15 minutes. */
async function bookedAtTen(service = {}) {
  const built = await buildProvider(database.db, { service: { durationMinutes: 30, bufferAfterMinutes: 15, slotStepMinutes: 15, ...service } });
  const { reference, manageToken } = await bookVisit(as(GUEST), built, "2026-11-25T09:00:00.000Z");
  const actor = await findLinkActor(as(GUEST), manageToken);
  if (actor === null) throw new Error("the manage link opens nothing");
  return { built, reference, actor };
}

test("a visit is offered the times that only itself is in the way of, never its own, and each of them can be taken", async () => {
  const { built, reference, actor } = await bookedAtTen();
  await buildBooking(database.db, built, { startsAt: "2026-11-25T10:30:00Z" });
  const offered = clock(await findMoveSlots(as(actor), { reference, ...WEDNESDAY }));
  const anybody = clock(await findSlots(as(GUEST), { provider: built.providerSlug, service: built.serviceSlug, ...WEDNESDAY }));
  expect(offered.filter((time) => !anybody.includes(time))).toEqual(["09:30", "09:45", "10:15", "10:30"]);
  expect(anybody.filter((time) => !offered.includes(time))).toEqual([]);
  await rescheduleBooking(as(actor), { reference, startsAt: "2026-11-25T09:45:00.000Z" });
  expect(clock(await findMoveSlots(as(actor), { reference, ...WEDNESDAY }))).toContain("10:00");
});

test("the length that was booked counts, and a daily cap does not count the visit itself", async () => {
  const { built, reference, actor } = await bookedAtTen({ dailyCap: 1 });
  await database.db.service.update({ where: { id: built.serviceId }, data: { durationMinutes: 60, isActive: false } });
  const { slots } = await findMoveSlots(as(actor), { reference, ...WEDNESDAY });
  expect(slots.at(-1)).toMatchObject({ providerLocalStart: "2026-11-25T16:30", endsAt: "2026-11-25T16:00:00.000Z" });
});

test("only the link's bearer and the clinic may ask, and only while the visit can move", async () => {
  const { built, reference, actor } = await bookedAtTen();
  const other = await bookedAtTen();
  const question = { reference, ...WEDNESDAY };
  await expect(findMoveSlots(as(GUEST), question)).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  for (const stranger of [other.actor, personActor(built.userId), providerActor(other.built)]) await expect(findMoveSlots(as(stranger), question)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const late = Date.parse("2026-11-24T20:00:00Z");
  await expect(findMoveSlots(as(actor, late), question)).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  expect((await findMoveSlots(as(deskActor(built, built.userId), late), question)).slots.length).toBeGreaterThan(0);
  await cancelBooking(as(actor), { reference });
  await expect(findMoveSlots(as(actor), question)).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});
