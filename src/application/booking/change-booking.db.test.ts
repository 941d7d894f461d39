import { afterAll, beforeAll, expect, test } from "vitest";
import { actingAs, type AppContext } from "@/application/shared/context";
import type { Actor } from "@/application/shared/actor";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildBooking } from "@tests/support/builders/build-booking";
import { bookVisit, deskActor, GUEST, holdRequest, personActor, providerActor, SYSTEM } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { approveBooking } from "./approve-booking";
import { cancelBooking } from "./cancel-booking";
import { checkInBooking } from "./check-in-booking";
import { completeBooking } from "./complete-booking";
import { declineBooking } from "./decline-booking";
import { expireHolds } from "./expire-holds";
import { expirePendings } from "./expire-pendings";
import { getBooking } from "./get-booking";
import { getBookingByLink, referenceOfLink } from "./get-booking-by-link";
import { holdSlot } from "./hold-slot";
import { findLinkActor } from "./manage-link";
import { markNoShow } from "./mark-no-show";
import { rescheduleBooking } from "./reschedule-booking";

// Monday 23 November 2026, 09:00 in Berlin.
const NOW = Date.UTC(2026, 10, 23, 8);
const HOUR = 3_600_000;
const WEDNESDAY_10 = "2026-11-25T09:00:00.000Z";
const WEDNESDAY_1015 = "2026-11-25T09:15:00.000Z";
const WEDNESDAY_1030 = "2026-11-25T09:30:00.000Z";
const WEDNESDAY_12 = "2026-11-25T11:00:00.000Z";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const as = (actor: Actor, now = NOW) => testContext(database, { actor, now });
const guest = () => as(GUEST);
const rowsOf = (seriesId: string) => database.db.booking.findMany({ where: { seriesId }, orderBy: { version: "asc" } });
const actionsOf = async (id: string) => (await database.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map((entry) => `${entry.action} by ${entry.actorKind}`);

async function bookedByLink(service = {}) {
  const built = await buildProvider(database.db, { service });
  const booked = await bookVisit(guest(), built, WEDNESDAY_10);
  const actor = await findLinkActor(guest(), booked.manageToken);
  if (!actor || actor.kind !== "link") throw new Error("the manage link opens nothing");
  return { built, booked, actor, reference: booked.reference, seriesId: actor.seriesId };
}

test("a patient cancels by link: row, audit row, message; reminders go and the time is free", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink();
  const view = await cancelBooking(as(actor), { reference, reason: "Feeling better" });
  expect(view).toMatchObject({ status: "CANCELLED", cancellation: { isAllowed: false, sentence: "This appointment was cancelled." } });
  expect(await rowsOf(seriesId)).toMatchObject([{ status: "CANCELLED", cancelledBy: "patient", cancellationNote: "Feeling better", sequence: 1, version: 3 }]);
  expect(await actionsOf(seriesId)).toEqual(["booking.confirm by guest", "booking.cancel by link"]);
  expect((await waitingJobs(database.pool, seriesId)).map((job) => job.payload.change ?? job.task)).toEqual(["confirmed", "cancelled"]);
  await holdSlot(guest(), holdRequest(built, WEDNESDAY_10));
  await expect(cancelBooking(as(actor), { reference })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});

test("a link opens its own series and nothing else", async () => {
  const { actor } = await bookedByLink();
  const other = await bookedByLink();
  expect((await getBookingByLink(as(actor))).reference).not.toBe(other.reference);
  await expect(cancelBooking(as(actor), { reference: other.reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(rescheduleBooking(as(actor), { reference: other.reference, startsAt: WEDNESDAY_12 })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(referenceOfLink(as(actor), other.reference)).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getBookingByLink(guest())).rejects.toMatchObject({ code: "LINK_INVALID" });
  await database.db.bookingLink.updateMany({ where: { seriesId: actor.seriesId }, data: { revokedAt: new Date(NOW) } });
  await expect(cancelBooking(guest(), { reference: other.reference })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("after the cut-off patients are refused with the policy, staff need a reason", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink();
  const late = Date.parse(WEDNESDAY_10) - HOUR;
  await expect(cancelBooking(as(actor, late), { reference })).rejects.toMatchObject({ code: "POLICY_REFUSED", message: expect.stringContaining("until Tuesday 24 November, 09:00 (London time)") });
  await expect(rescheduleBooking(as(actor, late), { reference, startsAt: "2026-11-26T09:00:00.000Z" })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  const desk = as(deskActor(built, built.userId), late);
  await expect(cancelBooking(desk, { reference })).rejects.toMatchObject({ code: "POLICY_REFUSED", details: { fields: [{ field: "reason" }] } });
  expect(await rowsOf(seriesId)).toMatchObject([{ status: "CONFIRMED", version: 2 }]);
  await cancelBooking(desk, { reference, reason: "Doctor is ill" });
  expect(await rowsOf(seriesId)).toMatchObject([{ status: "CANCELLED", cancelledBy: "staff" }]);
});

test("a move ends the old row and begins the next of the same series", async () => {
  const { built, booked, actor, reference, seriesId } = await bookedByLink();
  await database.db.service.update({ where: { id: built.serviceId }, data: { priceAmount: 9900, name: "Dearer" } });
  const view = await rescheduleBooking(as(actor), { reference, startsAt: WEDNESDAY_12 });
  expect(view).toMatchObject({ reference, status: "CONFIRMED", startsAt: WEDNESDAY_12, localStart: "2026-11-25T11:00", service: { name: "Consultation", price: { amount: 5000 } } });
  const [old, next] = await rowsOf(seriesId);
  expect(old).toMatchObject({ status: "RESCHEDULED", rescheduledToId: next?.id, version: 3 });
  expect(next).toMatchObject({ status: "CONFIRMED", reference, rescheduledFromId: old?.id, version: 3, sequence: 1, patientId: old?.patientId, isOverbook: false });
  expect(await actionsOf(next?.id ?? "")).toEqual(["booking.reschedule by link"]);
  const jobs = await waitingJobs(database.pool, seriesId);
  expect(jobs.filter((job) => job.task === "messages.remind").map((job) => job.runAt.toISOString())).toEqual(["2026-11-24T11:00:00.000Z", "2026-11-25T09:00:00.000Z"]);
  expect((await waitingJobs(database.pool, next?.id ?? "")).map((job) => job.payload.change)).toEqual(["rescheduled"]);
  // The same link manages the moved booking, and the reason moves along.
  expect((await getBookingByLink(as(actor))).startsAt).toBe(WEDNESDAY_12);
  expect((await getBooking(as(providerActor(built)), { reference })).reason).toBe("A rash on my arm");
  await holdSlot(guest(), holdRequest(built, booked.startsAt));
});

test("a booking is not in its own way, and a refused move changes nothing", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink({ slotStepMinutes: 15 });
  await buildBooking(database.db, built, { startsAt: WEDNESDAY_12 });
  await expect(rescheduleBooking(as(actor), { reference, startsAt: WEDNESDAY_12 })).rejects.toMatchObject({ code: "SLOT_TAKEN", details: { alternatives: { length: 3 } } });
  await expect(rescheduleBooking(as(actor), { reference, startsAt: WEDNESDAY_10 })).rejects.toMatchObject({ code: "VALIDATION_FAILED" });
  expect(await rowsOf(seriesId)).toMatchObject([{ status: "CONFIRMED", version: 2 }]);
  await rescheduleBooking(as(actor), { reference, startsAt: WEDNESDAY_1015 });
  await rescheduleBooking(as(actor), { reference, startsAt: WEDNESDAY_1030 });
  expect((await rowsOf(seriesId)).map((row) => row.status)).toEqual(["RESCHEDULED", "RESCHEDULED", "CONFIRMED"]);
});

test("staff override with a reason: outside hours is no overbooking, over another booking is", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink();
  await buildBooking(database.db, built, { startsAt: WEDNESDAY_12 });
  const provider = as(providerActor(built));
  const override = { reason: "Emergency" };
  await expect(rescheduleBooking(as(actor), { reference, startsAt: WEDNESDAY_12, override })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(rescheduleBooking(provider, { reference, startsAt: WEDNESDAY_12 })).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  await expect(rescheduleBooking(provider, { reference, startsAt: "2026-11-20T09:00:00.000Z", override })).rejects.toMatchObject({ code: "NOTICE_TOO_SHORT" });
  await rescheduleBooking(provider, { reference, startsAt: "2026-11-25T19:00:00.000Z", override });
  await rescheduleBooking(provider, { reference, startsAt: WEDNESDAY_12, override });
  expect((await rowsOf(seriesId)).map((row) => [row.isOverbook, row.overrideReason])).toEqual([[false, null], [false, "Emergency"], [true, "Emergency"]]);
});

test("a background job moves a booking as the calendar says", async () => {
  const { built, reference } = await bookedByLink();
  await buildBooking(database.db, built, { startsAt: WEDNESDAY_12 });
  await rescheduleBooking(as(SYSTEM), { reference, startsAt: WEDNESDAY_12 });
  expect(await database.db.booking.findFirst({ where: { reference, status: "CONFIRMED" } })).toMatchObject({ isOverbook: true, overrideReason: "Moved in the connected calendar" });
});

test("the clinic accepts or declines requests; patients do neither", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink({ requiresApproval: true });
  await expect(approveBooking(as(actor), { reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(declineBooking(as(personActor(built.organizationId)), { reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  expect(await approveBooking(as(providerActor(built)), { reference })).toMatchObject({ status: "CONFIRMED", actions: ["reschedule", "cancel"] });
  expect(await actionsOf(seriesId)).toEqual(["booking.confirm by guest", "booking.approve by user"]);
  expect((await waitingJobs(database.pool, seriesId)).map((job) => job.payload.change ?? job.task)).toEqual(["pending", "approved", "messages.remind", "messages.remind"]);
  await expect(declineBooking(as(providerActor(built)), { reference })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });

  const second = await bookedByLink({ requiresApproval: true });
  await declineBooking(as(providerActor(second.built)), { reference: second.reference, reason: "On leave" });
  expect(await rowsOf(second.seriesId)).toMatchObject([{ status: "DECLINED", cancellationNote: "On leave", cancelledBy: "staff" }]);
  const told = await getBooking(as(providerActor(second.built)), { reference: second.reference });
  expect(told.ending).toEqual({ by: "clinic", note: "On leave" });
  expect(told.timeline.map((entry) => entry.sentence)).toEqual(["Booked, by the patient.", "Declined, by the clinic."]);
  await holdSlot(guest(), holdRequest(second.built, WEDNESDAY_10));
});

test("the day of the visit: arrived and done, or missed, never before it began", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink();
  const before = as(deskActor(built, built.userId), Date.parse(WEDNESDAY_10) - 60_000);
  const after = as(deskActor(built, built.userId), Date.parse(WEDNESDAY_10));
  await expect(markNoShow(before, { reference })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  await expect(completeBooking(before, { reference })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  await expect(checkInBooking(as(actor), { reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(checkInBooking(as(deskActor(built, built.userId)), { reference })).rejects.toMatchObject({ code: "POLICY_REFUSED" });
  expect(await checkInBooking(before, { reference })).toMatchObject({ status: "CHECKED_IN" });
  await expect(cancelBooking(before, { reference, reason: "x" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  expect(await completeBooking(before, { reference })).toMatchObject({ status: "COMPLETED", actions: [] });
  expect(await actionsOf(seriesId)).toEqual(["booking.confirm by guest", "booking.check-in by user", "booking.complete by user"]);

  const missed = await bookedByLink();
  await expect(markNoShow(after, { reference: missed.reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await markNoShow(as(providerActor(missed.built), Date.parse(WEDNESDAY_10)), { reference: missed.reference });
  expect(await rowsOf(missed.seriesId)).toMatchObject([{ status: "NO_SHOW" }]);
});

test("a signed-in patient acts on what they booked, and on guest bookings of their verified address", async () => {
  const { reference } = await bookedByLink();
  const email = "ada@example.test";
  const user = await database.db.user.create({ data: { id: crypto.randomUUID(), email } });
  const ada: AppContext = actingAs(guest(), personActor(user.id, email));
  await expect(cancelBooking(ada, { reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await database.db.user.update({ where: { id: user.id }, data: { emailVerified: new Date(NOW) } });
  expect(await cancelBooking(ada, { reference })).toMatchObject({ status: "CANCELLED" });
});

test("sweeps end what ran out, once, and only background jobs sweep", async () => {
  const built = await buildProvider(database.db, { service: { requiresApproval: true } });
  const pending = await bookVisit(guest(), built, WEDNESDAY_10);
  const hold = await holdSlot(guest(), holdRequest(built, WEDNESDAY_12));
  await expect(expireHolds(guest())).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
  await expect(expirePendings(as(providerActor(built)))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expireHolds(as(SYSTEM));
  await expirePendings(as(SYSTEM));
  expect(await database.db.booking.count({ where: { providerId: built.providerId, status: "EXPIRED" } })).toBe(0);

  await Promise.all([expireHolds(as(SYSTEM, NOW + HOUR)), expireHolds(as(SYSTEM, NOW + HOUR))]);
  await Promise.all([expirePendings(as(SYSTEM, NOW + 72 * HOUR)), expirePendings(as(SYSTEM, NOW + 72 * HOUR))]);
  const row = await database.db.booking.findFirstOrThrow({ where: { reference: pending.reference } });
  expect(row.status).toBe("EXPIRED");
  expect(await actionsOf(hold.holdId)).toEqual(["booking.expire by system"]);
  expect(await actionsOf(row.id)).toEqual(["booking.confirm by guest", "booking.expire by system"]);
  expect((await waitingJobs(database.pool, row.id)).map((job) => job.payload.change)).toEqual(["pending", "expired"]);
});

test("a request that ran out is neither accepted nor moved, swept or not", async () => {
  const { built, actor, reference, seriesId } = await bookedByLink({ requiresApproval: true, rescheduleWindowMinutes: 0 });
  const [row] = await rowsOf(seriesId);
  const end = row?.pendingExpiresAt?.getTime() ?? 0;
  await expect(approveBooking(as(providerActor(built), end), { reference })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  await expect(rescheduleBooking(as(actor, end), { reference, startsAt: "2026-11-26T09:00:00.000Z" })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  expect(await approveBooking(as(providerActor(built), end - 1), { reference })).toMatchObject({ status: "CONFIRMED" });
});

test("a request that cannot be ended keeps none of the others", async () => {
  const built = await buildProvider(database.db, { service: { requiresApproval: true } });
  const [stuck, other] = [await bookVisit(guest(), built, WEDNESDAY_10), await bookVisit(guest(), built, WEDNESDAY_12)];
  await database.pool.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stuck'; END $$;
    CREATE TRIGGER stuck BEFORE UPDATE ON booking FOR EACH ROW WHEN (OLD.reference = '${stuck.reference}') EXECUTE FUNCTION refuse()`);
  await expect(expirePendings(as(SYSTEM, NOW + 72 * HOUR))).rejects.toThrow("some requests");
  await database.pool.query("DROP TRIGGER stuck ON booking");
  expect(await database.db.booking.findMany({ where: { reference: { in: [stuck.reference, other.reference] } }, orderBy: { startsAt: "asc" }, select: { status: true } })).toEqual([{ status: "PENDING" }, { status: "EXPIRED" }]);
});
