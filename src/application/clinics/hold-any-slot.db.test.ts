import { afterAll, beforeAll, expect, test } from "vitest";
import { confirmRequest, GUEST } from "@tests/support/booking-requests";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { buildVisit } from "@tests/support/builders/build-visit";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { eventually } from "@tests/support/eventually";
import { testContext } from "@tests/support/test-context";
import { confirmBooking } from "@/application/booking/confirm-booking";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { lockProvider } from "@/application/shared/transaction";
import { randomToken } from "@/platform/crypto";
import { findAnySlots } from "./find-any-slots";
import { getClinic } from "./get-clinic";
import { holdAnySlot } from "./hold-any-slot";

/** A Monday morning in Berlin, an hour ahead of UTC. */
const NOW = Date.parse("2026-11-23T07:00:00Z");
const NOON = "2026-11-24T11:00:00.000Z";
let database: TestDatabase;
let app: AppContext;
beforeAll(async () => {
  database = await createTestDatabase();
  app = testContext(database, { actor: GUEST, now: NOW });
});
afterAll(() => database.destroy());

/** A clinic of `size` providers who all offer the same service; the last one at another location. */
async function clinic(size: number) {
  const first = await buildProvider(database.db);
  const staff: BuiltProvider[] = [first];
  while (staff.length < size) staff.push(await buildProvider(database.db, { provider: { organizationId: first.organizationId, locationId: first.locationId } }));
  const { slug } = await database.db.organization.findUniqueOrThrow({ where: { id: first.organizationId } });
  const wish = (startsAt = NOON) => ({ organization: slug, service: "consultation", startsAt, mode: "ONLINE" as const });
  return { slug, staff, wish, ids: staff.map(({ providerId }) => providerId).toSorted() };
}
const slugsOf = (staff: readonly BuiltProvider[], ids: readonly string[]) => ids.map((id) => staff.find(({ providerId }) => providerId === id)?.providerSlug);
const days = { from: "2026-11-24", to: "2026-11-24", timeZone: "Europe/London" };

test("a time is offered while anybody is free, in the reader's zone and the clinic's", async () => {
  const { slug, staff, wish } = await clinic(2);
  const [one, two] = staff;
  if (one === undefined || two === undefined) throw new Error("two providers");
  await buildVisit(database.db, one, { startsAt: new Date(NOON) });
  const find = async () => (await findAnySlots(app, { organization: slug, service: "consultation", ...days })).slots;
  expect((await find()).find(({ startsAt }) => startsAt === NOON)).toEqual({ startsAt: NOON, localStart: "2026-11-24T11:00", clinicLocalStart: "2026-11-24T12:00", providers: 1 });
  expect(await find()).toHaveLength(16);
  await buildVisit(database.db, two, { startsAt: new Date(NOON) });
  expect((await find()).map(({ startsAt }) => startsAt)).not.toContain(NOON);
  await expect(holdAnySlot(app, wish())).rejects.toMatchObject({ code: "SLOT_TAKEN", details: { alternatives: [{ startsAt: "2026-11-24T10:00:00.000Z" }, { startsAt: "2026-11-24T10:30:00.000Z" }, { startsAt: "2026-11-24T11:30:00.000Z" }] } });
});

test("who asks again, because the answer got lost, is given the provider who was held for them", async () => {
  const { staff, wish } = await clinic(3);
  const asking = { ...wish(), holdToken: randomToken() };
  const first = await holdAnySlot(app, asking);
  expect(await holdAnySlot(app, { ...asking, isAgain: true })).toEqual(first);
  expect(await database.db.booking.count({ where: { providerId: { in: staff.map(({ providerId }) => providerId) } } })).toBe(1);
});

test("in one way to meet only the times of those who offer it are shown and held", async () => {
  const { slug, staff, wish } = await clinic(2);
  const [one, two] = staff;
  if (one === undefined || two === undefined) throw new Error("two providers");
  await database.db.service.update({ where: { id: one.serviceId }, data: { modes: ["IN_PERSON"] } });
  await buildVisit(database.db, two, { startsAt: new Date(NOON) });
  const startsIn = async (mode?: "ONLINE" | "IN_PERSON") => (await findAnySlots(app, { organization: slug, service: "consultation", ...(mode && { mode }), ...days })).slots.map(({ startsAt }) => startsAt);
  expect(await startsIn("IN_PERSON")).toContain(NOON);
  expect(await startsIn()).toContain(NOON);
  expect(await startsIn("ONLINE")).not.toContain(NOON);
  await expect(holdAnySlot(app, wish())).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  expect(await holdAnySlot(app, { ...wish(), mode: "IN_PERSON" })).toMatchObject({ provider: { slug: one.providerSlug } });
});

test("whoever has the fewest visits that day is held, then the others in turn", async () => {
  const { staff, wish, ids } = await clinic(3);
  const busiest = staff.find(({ providerId }) => providerId === ids[0]);
  if (busiest === undefined) throw new Error("no provider");
  await buildVisit(database.db, busiest, { startsAt: new Date("2026-11-24T08:00:00Z") });
  // The day before and what was cancelled count for nothing.
  await buildVisit(database.db, staff.find(({ providerId }) => providerId === ids[1]) ?? busiest, { startsAt: new Date("2026-11-23T14:00:00Z") });
  await buildVisit(database.db, staff.find(({ providerId }) => providerId === ids[1]) ?? busiest, { startsAt: new Date("2026-11-24T09:00:00Z"), status: "CANCELLED" });
  const held = [];
  for (let turn = 0; turn < 3; turn += 1) held.push((await holdAnySlot(app, wish())).provider.slug);
  expect(held).toEqual(slugsOf(staff, [ids[1] ?? "", ids[2] ?? "", ids[0] ?? ""]));
  await expect(holdAnySlot(app, wish())).rejects.toMatchObject({ code: "SLOT_TAKEN" });
});

test("twenty callers at once for three providers: three holds, seventeen told of other times, nobody held twice", async () => {
  const { wish, ids } = await clinic(3);
  const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, caller) => holdAnySlot({ ...app, actor: { kind: "guest", id: `caller-${caller}` } }, wish())));
  const won = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value.provider.slug] : []));
  expect(new Set(won).size).toBe(3);
  expect(won).toHaveLength(3);
  for (const answer of answers) {
    if (answer.status === "fulfilled") continue;
    const { reason } = answer as { reason: unknown };
    expect(reason).toBeInstanceOf(AppError);
    expect(reason).toMatchObject({ code: "SLOT_TAKEN" });
    expect((reason as AppError).details.alternatives).toHaveLength(3);
  }
  expect(await database.db.booking.groupBy({ by: ["providerId"], where: { providerId: { in: ids }, status: "HELD" }, _count: true })).toHaveLength(3);
});

test("who is taken between the look and the hold is passed over for the next", async () => {
  const { staff, wish, ids } = await clinic(2);
  const first = staff.find(({ providerId }) => providerId === ids[0]);
  if (first === undefined) throw new Error("no provider");
  const waiting = () => database.pool.query("SELECT FROM pg_locks WHERE NOT granted AND locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
  const asked = await database.db.$transaction(async (tx) => {
    await lockProvider(tx, first.providerId);
    const answer = holdAnySlot(app, wish());
    await eventually("the hold to wait for its turn", async () => (await waiting()).rowCount === 1);
    await buildVisit(database.db, first, { startsAt: new Date(NOON) });
    return { answer };
  }, { timeout: 30_000 });
  expect(await asked.answer).toMatchObject({ provider: { slug: slugsOf(staff, [ids[1] ?? ""])[0] } });
});

test("the last free provider goes to one of two, and the hold becomes a booking like any other", async () => {
  const { staff, wish } = await clinic(2);
  if (staff[0]) await buildVisit(database.db, staff[0], { startsAt: new Date(NOON) });
  const answers = await Promise.allSettled([1, 2].map((caller) => holdAnySlot({ ...app, actor: { kind: "guest", id: `last-${caller}` } }, wish())));
  const won = answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  expect(won).toMatchObject([{ provider: { slug: staff[1]?.providerSlug } }]);
  const [hold] = won;
  if (hold !== undefined) expect(await confirmBooking(app, confirmRequest(hold))).toMatchObject({ provider: { slug: staff[1]?.providerSlug }, startsAt: NOON });
});

test("only those at the asked location, who work there and offer it in this way", async () => {
  const { slug, staff, wish } = await clinic(1);
  expect(await holdAnySlot(app, { ...wish(), location: "main" })).toMatchObject({ provider: { slug: staff[0]?.providerSlug } });
  await expect(holdAnySlot(app, { ...wish(), location: "elsewhere" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(holdAnySlot(app, { ...wish(), mode: "PHONE" })).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  expect(await getClinic(app, { organization: slug })).toMatchObject({ name: "Test Clinic", services: [{ slug: "consultation", hasOtherPrices: false }], providers: [{ slug: staff[0]?.providerSlug, location: "main", services: [{ slug: "consultation" }] }] });
  await database.db.provider.updateMany({ where: { organization: { slug } }, data: { status: "SUSPENDED" } });
  await expect(holdAnySlot(app, wish())).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(getClinic(app, { organization: slug })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
