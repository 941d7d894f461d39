import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/application/shared/actor";
import { approveBooking } from "@/application/booking/approve-booking";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { declineBooking } from "@/application/booking/decline-booking";
import { expireHolds } from "@/application/booking/expire-holds";
import { holdSlot } from "@/application/booking/hold-slot";
import { findLinkActor } from "@/application/booking/manage-link";
import { releaseHold } from "@/application/booking/release-hold";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { getSchedule } from "@/application/schedule/get-schedule";
import { saveWeeklyHours } from "@/application/schedule/save-weekly-hours";
import { idempotently } from "@/application/shared/idempotently";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { bookVisit, confirmRequest, GUEST, holdRequest, providerActor, SYSTEM } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { countOverlaps } from "./count-overlaps";
import { outcomesOf, times } from "./outcomes";

const NOW = Date.UTC(2026, 10, 23, 8);
const MINUTE = 60_000;
const slot = (index: number) => new Date(Date.UTC(2026, 10, 26, 9) + index * 30 * MINUTE).toISOString();

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  expect(await countOverlaps(database.pool)).toBe(0);
  await database.destroy();
});

const as = (actor: Actor, now = NOW) => testContext(database, { actor, now });

async function booked(built: BuiltProvider, index: number) {
  const booking = await bookVisit(as(GUEST), built, slot(index));
  const actor = await findLinkActor(as(GUEST), booking.manageToken);
  if (actor?.kind !== "link") throw new Error("the manage link opens nothing");
  return { reference: booking.reference, actor };
}

test("bookings and moves meet in one time: one of them gets it", async () => {
  const built = await buildProvider(database.db);
  const movers = [await booked(built, 0), await booked(built, 1), await booked(built, 2)];
  const target = slot(6);
  const { won, lost } = await outcomesOf<unknown>([
    ...times(30, () => () => holdSlot(as(GUEST), holdRequest(built, target))),
    ...movers.map(({ reference, actor }) => () => rescheduleBooking(as(actor), { reference, startsAt: target })),
  ]);
  expect(won).toHaveLength(1);
  expect(lost).toEqual({ SLOT_TAKEN: 32 });
  expect(await countOverlaps(database.pool)).toBe(0);
  // Whoever lost kept what they had.
  expect(await database.db.booking.count({ where: { providerId: built.providerId, status: { in: ["CONFIRMED", "HELD"] } } })).toBeGreaterThanOrEqual(3);
});

test("two bookings swap places or keep them, but never share one", async () => {
  const built = await buildProvider(database.db);
  const [first, second] = [await booked(built, 0), await booked(built, 1)];
  const { lost } = await outcomesOf([
    () => rescheduleBooking(as(first.actor), { reference: first.reference, startsAt: slot(1) }),
    () => rescheduleBooking(as(second.actor), { reference: second.reference, startsAt: slot(0) }),
  ]);
  expect(Object.keys(lost)).toEqual(["SLOT_TAKEN"]);
  expect(await countOverlaps(database.pool)).toBe(0);
});

test("one booking moved to many times at once follows one chain", async () => {
  const built = await buildProvider(database.db);
  const { reference, actor } = await booked(built, 0);
  await outcomesOf(times(8, (index) => () => rescheduleBooking(as(actor), { reference, startsAt: slot(index + 1) })));
  const rows = await database.db.booking.findMany({ where: { reference }, orderBy: { version: "asc" } });
  expect(rows.filter((row) => row.status === "CONFIRMED")).toHaveLength(1);
  expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index));
});

test("cancel against move: the booking ends cancelled at its last place, or is cancelled and stays", async () => {
  const built = await buildProvider(database.db);
  const { reference, actor } = await booked(built, 0);
  const { lost } = await outcomesOf<unknown>([() => cancelBooking(as(actor), { reference }), () => rescheduleBooking(as(actor), { reference, startsAt: slot(3) })]);
  expect(Object.keys(lost).filter((code) => code !== "STATUS_CONFLICT")).toEqual([]);
  const current = await database.db.booking.findMany({ where: { reference, status: { not: "RESCHEDULED" } } });
  expect(current.map((row) => row.status)).toEqual(["CANCELLED"]);
});

test("approve against decline, and ten cancels of one booking: each ends one way, told once", async () => {
  const built = await buildProvider(database.db, { service: { requiresApproval: true } });
  const { reference } = await booked(built, 0);
  const staff = as(providerActor(built));
  const answers = await outcomesOf([() => approveBooking(staff, { reference }), () => declineBooking(staff, { reference })]);
  expect(answers.lost).toEqual({ STATUS_CONFLICT: 1 });

  const other = await booked(built, 1);
  const cancels = await outcomesOf(times(10, () => () => cancelBooking(as(other.actor), { reference: other.reference })));
  expect(cancels.won).toHaveLength(1);
  expect(cancels.lost).toEqual({ STATUS_CONFLICT: 9 });
  expect(await database.db.auditEntry.count({ where: { action: "booking.cancel", subjectId: other.actor.seriesId } })).toBe(1);
});

test("cancel against confirm: it is booked, or booked and cancelled, and told accordingly", async () => {
  const built = await buildProvider(database.db);
  for (const index of [0, 1, 2, 3, 4, 5]) {
    const hold = await holdSlot(as(GUEST), holdRequest(built, slot(index)));
    const { reference } = await database.db.booking.findUniqueOrThrow({ where: { id: hold.holdId } });
    const staff = as(providerActor(built));
    const [confirm, ...cancels] = await Promise.allSettled([confirmBooking(as(GUEST), confirmRequest(hold)), ...times(4, () => cancelBooking(staff, { reference, reason: "Ill" }))]);
    expect(confirm.status).toBe("fulfilled");
    const cancelled = cancels.filter(({ status }) => status === "fulfilled").length;
    for (const cancel of cancels) if (cancel.status === "rejected") expect(cancel.reason).toMatchObject({ code: "STATUS_CONFLICT" });
    const { status, version } = await database.db.booking.findUniqueOrThrow({ where: { id: hold.holdId } });
    expect([cancelled, status, version]).toEqual(cancelled === 0 ? [0, "CONFIRMED", 2] : [1, "CANCELLED", 3]);
    const actions = await database.db.auditEntry.findMany({ where: { subjectId: hold.holdId }, orderBy: { id: "asc" }, select: { action: true } });
    expect(actions.map(({ action }) => action)).toEqual(["booking.confirm", "booking.cancel"].slice(0, 1 + cancelled));
    const changes = (await waitingJobs(database.pool, hold.holdId)).filter(({ task }) => task === "messages.announce").map(({ payload }) => payload.change);
    expect(new Set(changes)).toEqual(new Set(["confirmed", "cancelled"].slice(0, 1 + cancelled)));
  }
});

test("approve against the patient's cancel: approved and then cancelled, or cancelled, never approved after", async () => {
  const built = await buildProvider(database.db, { service: { requiresApproval: true } });
  for (const index of [0, 1, 2, 3]) {
    const { reference, actor } = await booked(built, index);
    const [cancel, approve] = await Promise.allSettled([cancelBooking(as(actor), { reference }), approveBooking(as(providerActor(built)), { reference })]);
    expect(cancel.status).toBe("fulfilled");
    if (approve.status === "rejected") expect(approve.reason).toMatchObject({ code: "STATUS_CONFLICT" });
    expect(await database.db.booking.findFirstOrThrow({ where: { reference }, select: { status: true } })).toEqual({ status: "CANCELLED" });
  }
});

test("release against confirm: the hold ends one way", async () => {
  const built = await buildProvider(database.db);
  for (const index of [0, 1, 2, 3]) {
    const hold = await holdSlot(as(GUEST), holdRequest(built, slot(index)));
    const [release, confirm] = await Promise.allSettled([releaseHold(as(GUEST), { holdId: hold.holdId, holdToken: hold.holdToken }), confirmBooking(as(GUEST), confirmRequest(hold))]);
    const { status } = await database.db.booking.findUniqueOrThrow({ where: { id: hold.holdId } });
    expect(status).toBe(confirm.status === "fulfilled" ? "CONFIRMED" : "EXPIRED");
    expect(release.status === "fulfilled" && release.value.released).toBe(confirm.status === "rejected");
  }
});

test("the sweep against confirm at the hold's last instant: nobody gets an expired time, and it is free again", async () => {
  const built = await buildProvider(database.db);
  const hold = await holdSlot(as(GUEST), holdRequest(built, slot(0)));
  const lastInstant = NOW + 10 * MINUTE;
  const [confirm] = await Promise.allSettled([confirmBooking(as(GUEST, lastInstant - 1), confirmRequest(hold)), expireHolds(as(SYSTEM, lastInstant)), holdSlot(as(GUEST, lastInstant), holdRequest(built, slot(0)))]);
  const rows = await database.db.booking.findMany({ where: { providerId: built.providerId, status: { in: ["HELD", "CONFIRMED"] } } });
  expect(rows).toHaveLength(1);
  expect(rows[0]?.status === "CONFIRMED").toBe(confirm.status === "fulfilled");
  expect(await countOverlaps(database.pool)).toBe(0);
});

test("hours taken away while people book: who holds keeps, who comes after is refused", async () => {
  const built = await buildProvider(database.db);
  const hold = await holdSlot(as(GUEST), holdRequest(built, slot(0)));
  const [edit, ...holds] = await Promise.allSettled([
    saveWeeklyHours(as(providerActor(built)), { providerId: built.providerId, version: (await getSchedule(as(providerActor(built)), { providerId: built.providerId })).version, open: [], breaks: [] }),
    ...times(10, (index) => holdSlot(as(GUEST), holdRequest(built, slot(index + 1)))),
  ]);
  expect(edit.status).toBe("fulfilled");
  for (const result of holds) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "SLOT_NOT_OFFERED" });
  await confirmBooking(as(GUEST), confirmRequest(hold));
  await expect(holdSlot(as(GUEST), holdRequest(built, slot(12)))).rejects.toMatchObject({ code: "SLOT_NOT_OFFERED" });
});

test("the same key 50 times: one booking, one answer; another body under it is refused", async () => {
  const built = await buildProvider(database.db);
  const request = holdRequest(built, slot(0));
  const book = (body: typeof request, key = "key-1") =>
    idempotently(as(GUEST), { key, request: body }, async (app) => confirmBooking(app, confirmRequest(await holdSlot(app, body))));
  const { won, lost } = await outcomesOf(times(50, () => () => book(request)));
  expect(lost).toEqual({});
  expect(new Set(won.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(1);
  expect(await database.db.patient.count({ where: { providerId: built.providerId } })).toBe(1);
  await expect(book({ ...request, startsAt: slot(1) })).rejects.toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
  // The answer carries a manage token, so it is stored as ciphertext.
  const stored = await database.db.idempotencyKey.findFirstOrThrow({ where: { key: "key-1" } });
  expect(stored.response).not.toContain(won[0]?.manageToken ?? "");
  // A refusal is not kept: the same key may be tried again.
  await expect(book(request, "key-2")).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  expect(await database.db.idempotencyKey.count({ where: { key: "key-2" } })).toBe(0);
});
