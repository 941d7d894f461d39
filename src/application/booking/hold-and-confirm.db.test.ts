import { afterAll, beforeAll, expect, test } from "vitest";
import { actingAs } from "@/application/shared/context";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { buildProvider } from "@tests/support/builders/build-provider";
import { buildBooking } from "@tests/support/builders/build-booking";
import { bookVisit, confirmRequest, GUEST, holdRequest, personActor, providerActor } from "@tests/support/booking-requests";
import { testContext } from "@tests/support/test-context";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { confirmBooking } from "./confirm-booking";
import { findLinkActor, manageUrlOf } from "./manage-link";
import { toLocal } from "@/domain/time/local-time";
import { randomToken } from "@/platform/crypto";
import { getBooking } from "./get-booking";
import { holdSlot } from "./hold-slot";
import { releaseHold } from "./release-hold";

// Monday 23 November 2026, 09:00 in Berlin.
const NOW = Date.UTC(2026, 10, 23, 8);
/** Tuesday 10:00 in Berlin. */
const TUESDAY_10 = "2026-11-24T09:00:00.000Z";
const TUESDAY_1030 = "2026-11-24T09:30:00.000Z";

let database: TestDatabase;
let clock = NOW;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const guest = () => testContext(database, { actor: GUEST, now: () => clock });

test("the language the patient reads is kept with the booking, in the nearest one we write, and with a guest the first time", async () => {
  const built = await buildProvider(database.db);
  const confirmIn = async (startsAt: string, language?: string) => {
    const hold = await holdSlot(guest(), holdRequest(built, startsAt));
    await confirmBooking(guest(), { ...confirmRequest(hold), ...(language !== undefined && { language }) });
    const { language: kept, patient } = await database.db.booking.findUniqueOrThrow({ where: { id: hold.holdId }, include: { patient: true } });
    return [kept, patient?.language];
  };
  expect(await confirmIn("2026-11-24T09:00:00.000Z", "de-AT")).toEqual(["de", "de"]);
  expect(await confirmIn("2026-11-24T10:00:00.000Z")).toEqual([null, "de"]);
  expect(await confirmIn("2026-11-24T11:00:00.000Z", "nl")).toEqual(["en", "de"]);
});

test("a hold becomes a confirmed booking: row, patient, link, audit row and jobs", async () => {
  const built = await buildProvider(database.db);
  const app = guest();
  const hold = await holdSlot(app, holdRequest(built, TUESDAY_10));
  expect(hold).toMatchObject({ startsAt: TUESDAY_10, endsAt: TUESDAY_1030, expiresAt: "2026-11-23T08:10:00.000Z" });

  const booked = await confirmBooking(app, confirmRequest(hold));
  expect(booked).toMatchObject({
    status: "CONFIRMED", startsAt: TUESDAY_10, timeZone: "Europe/London", providerTimeZone: "Europe/Berlin", localStart: "2026-11-24T09:00", providerLocalStart: "2026-11-24T10:00", patientName: "Ada Example",
    cancellation: { isAllowed: true, until: "2026-11-23T09:00:00.000Z", sentence: "You can cancel this appointment until Monday 23 November, 09:00 (London time)." }, channels: ["EMAIL", "SMS"],
  });
  expect(JSON.stringify(booked)).not.toContain("rash");

  const row = await database.db.booking.findUniqueOrThrow({ where: { id: hold.holdId }, include: { patient: true } });
  expect(row).toMatchObject({ status: "CONFIRMED", seriesId: hold.holdId, reference: booked.reference, source: "WEB", version: 2, sequence: 0, priceAmount: 5000, reminderMinutes: [1440, 120] });
  expect(row.patient).toMatchObject({ name: "Ada Example", email: "ada@example.test", phone: "+442079460123", userId: null });
  expect(row.reasonCiphertext).not.toContain("rash");

  expect(booked.manageUrl).toBe(`http://localhost:3000/m/${booked.manageToken}`);
  expect(await manageUrlOf(app, row.seriesId)).toBe(booked.manageUrl);
  expect(await findLinkActor(app, booked.manageToken)).toMatchObject({ kind: "link", seriesId: row.seriesId });
  expect(await findLinkActor(app, "x".repeat(43))).toBeNull();

  const audits = await database.db.auditEntry.findMany({ where: { subjectId: hold.holdId } });
  expect(audits.map((entry) => [entry.action, entry.actorKind, entry.actorId])).toEqual([["booking.confirm", "guest", "guest-1"]]);
  const jobs = await waitingJobs(database.pool, hold.holdId);
  expect(jobs.map((job) => job.task)).toEqual(["messages.announce", "messages.remind", "messages.remind"]);
  expect(jobs[0]?.payload).toEqual({ bookingId: hold.holdId, version: 2, change: "confirmed" });
});

test("where the provider approves, a confirmation is a request that runs out", async () => {
  const built = await buildProvider(database.db, { service: { requiresApproval: true } });
  const booked = await bookVisit(guest(), built, TUESDAY_10);
  expect(booked.status).toBe("PENDING");
  const row = await database.db.booking.findFirstOrThrow({ where: { reference: booked.reference } });
  expect(row.pendingExpiresAt?.toISOString()).toBe("2026-11-24T08:00:00.000Z");
  expect((await waitingJobs(database.pool, row.id)).map((job) => job.payload.change)).toEqual(["pending"]);
});

test("a taken time is refused with the three nearest free ones, and an expired hold is nobody's", async () => {
  const built = await buildProvider(database.db);
  const app = guest();
  await holdSlot(app, holdRequest(built, TUESDAY_10));
  await expect(holdSlot(app, holdRequest(built, TUESDAY_10))).rejects.toMatchObject({
    code: "SLOT_TAKEN",
    details: { alternatives: [{ startsAt: "2026-11-24T08:30:00.000Z", endsAt: TUESDAY_10 }, { startsAt: TUESDAY_1030 }, { startsAt: "2026-11-24T08:00:00.000Z" }].sort((a, b) => (a.startsAt < b.startsAt ? -1 : 1)) },
  });
  const later = testContext(database, { actor: GUEST, now: NOW + 10 * 60_000 });
  const hold = await holdSlot(later, holdRequest(built, TUESDAY_10));
  const rows = await database.db.booking.findMany({ where: { providerId: built.providerId }, orderBy: { id: "asc" } });
  expect(rows.map((row) => row.status)).toEqual(["EXPIRED", "HELD"]);
  expect(rows[1]?.id).toBe(hold.holdId);
});

test("who asks again under the token of an asking that was not heard is given the hold it made; nobody else is", async () => {
  const built = await buildProvider(database.db);
  const token = randomToken();
  const wish = { ...holdRequest(built, TUESDAY_10), holdToken: token };
  const first = await holdSlot(guest(), wish);
  expect(await holdSlot(guest(), { ...wish, isAgain: true })).toEqual(first);
  await expect(holdSlot(guest(), wish)).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  await expect(holdSlot(guest(), { ...wish, holdToken: randomToken(), isAgain: true })).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(1);
  expect(await confirmBooking(guest(), confirmRequest(first))).toMatchObject({ status: "CONFIRMED" });
  await expect(holdSlot(guest(), { ...wish, isAgain: true })).rejects.toMatchObject({ code: "SLOT_TAKEN" });
});

test("an asking that reached nobody is made good by the next, and one whose hold has run out holds anew", async () => {
  const built = await buildProvider(database.db);
  const wish = { ...holdRequest(built, TUESDAY_10), holdToken: randomToken(), isAgain: true };
  const first = await holdSlot(guest(), wish);
  const later = await holdSlot(testContext(database, { actor: GUEST, now: NOW + 10 * 60_000 }), wish);
  expect(later.holdId).not.toBe(first.holdId);
  expect(later.holdToken).toBe(first.holdToken);
});

test.each([
  ["a past time", "2026-11-23T07:30:00.000Z", {}, "NOTICE_TOO_SHORT"],
  ["a time inside the notice", "2026-11-23T10:00:00.000Z", { minimumNoticeMinutes: 180 }, "NOTICE_TOO_SHORT"],
  ["a time beyond the horizon", "2027-03-01T09:00:00.000Z", {}, "BEYOND_HORIZON"],
  ["a time in another century", "2999-03-01T09:00:00.000Z", {}, "BEYOND_HORIZON"],
  ["the year one", "0001-03-01T09:00:00.000Z", {}, "NOTICE_TOO_SHORT"],
  ["a time outside hours", "2026-11-24T04:00:00.000Z", {}, "SLOT_NOT_OFFERED"],
  ["a time off the grid", "2026-11-24T09:10:00.000Z", {}, "SLOT_NOT_OFFERED"],
])("%s cannot be held", async (_, startsAt, service, code) => {
  const built = await buildProvider(database.db, { service });
  await expect(holdSlot(guest(), holdRequest(built, startsAt))).rejects.toMatchObject({ code, details: { alternatives: expect.arrayContaining([expect.objectContaining({ endsAt: expect.any(String) })]) } });
  expect(await database.db.booking.count({ where: { providerId: built.providerId } })).toBe(0);
});

test("what is not offered cannot be held: suspended providers, inactive services, other modes", async () => {
  const suspended = await buildProvider(database.db, { provider: { status: "SUSPENDED" } });
  const inactive = await buildProvider(database.db, { service: { isActive: false } });
  const built = await buildProvider(database.db);
  await expect(holdSlot(guest(), holdRequest(suspended, TUESDAY_10))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(holdSlot(guest(), holdRequest(inactive, TUESDAY_10))).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(holdSlot(guest(), { ...holdRequest(built, TUESDAY_10), provider: "nobody" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(holdSlot(guest(), holdRequest(built, TUESDAY_10, "PHONE"))).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field: "mode" }] } });
});

test("a confirmation whose answer got lost is answered again: the same booking and link, nothing written and nobody told twice", async () => {
  const built = await buildProvider(database.db);
  const app = guest();
  const hold = await holdSlot(app, holdRequest(built, TUESDAY_10));
  const request = { ...confirmRequest(hold), reason: "A rash" };
  const [first, atOnce] = await Promise.all([confirmBooking(app, request), confirmBooking(app, request)]);
  expect(atOnce).toEqual(first);
  const traces = async () => [
    await database.db.booking.findMany({ where: { providerId: built.providerId } }),
    await database.db.bookingLink.count({ where: { seriesId: hold.holdId } }),
    await database.db.patient.count({ where: { providerId: built.providerId } }),
    await database.db.auditEntry.count({ where: { providerId: built.providerId } }),
    await waitingJobs(database.pool, hold.holdId),
  ];
  const before = await traces();
  const later = testContext(database, { actor: GUEST, now: () => NOW + 3_600_000 });
  expect(await confirmBooking(later, request)).toMatchObject({ reference: first.reference, status: "CONFIRMED", manageToken: first.manageToken });
  expect(await traces()).toEqual(before);

  const others = [{ patient: { ...request.patient, email: "other@example.test" } }, { reason: "Another" }, { reason: undefined }, { channels: ["EMAIL" as const] }];
  for (const other of others) await expect(confirmBooking(app, { ...request, ...other })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  await expect(confirmBooking(app, { ...request, holdToken: "x".repeat(43) })).rejects.toMatchObject({ code: "HOLD_INVALID" });
  await database.db.booking.update({ where: { id: hold.holdId }, data: { status: "CANCELLED" } });
  await expect(confirmBooking(app, request)).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});

test("a hold is confirmed only by its bearer, in time and once", async () => {
  const built = await buildProvider(database.db);
  const app = guest();
  const hold = await holdSlot(app, holdRequest(built, TUESDAY_10));
  await expect(confirmBooking(app, { ...confirmRequest(hold), holdToken: "x".repeat(43) })).rejects.toMatchObject({ code: "HOLD_INVALID" });
  await expect(confirmBooking(app, { ...confirmRequest(hold), holdId: built.providerId })).rejects.toMatchObject({ code: "HOLD_INVALID" });
  clock = NOW + 10 * 60_000;
  await expect(confirmBooking(app, confirmRequest(hold))).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  clock = NOW;
  await confirmBooking(app, confirmRequest(hold));
  await expect(confirmBooking(app, { ...confirmRequest(hold), patient: { name: "Somebody Else", email: "ada@example.test" } })).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
  await expect(releaseHold(app, hold)).rejects.toMatchObject({ code: "STATUS_CONFLICT" });
});

test("a released hold frees its time; only its bearer releases it", async () => {
  const built = await buildProvider(database.db);
  const app = guest();
  const { holdId, holdToken } = await holdSlot(app, holdRequest(built, TUESDAY_10));
  await expect(releaseHold(app, { holdId, holdToken: "x".repeat(43) })).rejects.toMatchObject({ code: "HOLD_INVALID" });
  expect(await releaseHold(app, { holdId, holdToken })).toEqual({ released: true });
  expect(await releaseHold(app, { holdId, holdToken })).toEqual({ released: false });
  await expect(confirmBooking(app, confirmRequest({ holdId, holdToken }))).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  await holdSlot(app, holdRequest(built, TUESDAY_10));
  expect(await database.db.auditEntry.count({ where: { subjectId: holdId, action: "booking.release" } })).toBe(1);
});

test.each([
  [{ patient: { name: "Ada", phone: "123" } }, "patient.phone"],
  [{ patient: { name: "Ada", email: "ada@example.test" }, channels: ["SMS" as const] }, "patient.phone"],
  [{ patient: { name: "Ada", phone: "030 12345678" }, channels: ["EMAIL" as const] }, "patient.email"],
  [{ timeZone: "Europe/Atlantis" }, "timeZone"],
])("wrong details %# name their field, and the hold stays good", async (wrong, field) => {
  const built = await buildProvider(database.db);
  const hold = await holdSlot(guest(), holdRequest(built, TUESDAY_10));
  await expect(confirmBooking(guest(), { ...confirmRequest(hold), ...wrong })).rejects.toMatchObject({ code: "VALIDATION_FAILED", details: { fields: [{ field }] } });
  await confirmBooking(guest(), confirmRequest(hold));
});

test("national numbers are read as of the location's country", async () => {
  const built = await buildProvider(database.db);
  const hold = await holdSlot(guest(), holdRequest(built, TUESDAY_10));
  await confirmBooking(guest(), { ...confirmRequest(hold), patient: { name: "Ada", phone: "030 12345678" } });
  expect(await database.db.patient.findFirst({ where: { providerId: built.providerId } })).toMatchObject({ phone: "+493012345678", channels: ["SMS"], email: null });
});

test("the same details are the same patient, but never a signed-in stranger's", async () => {
  const built = await buildProvider(database.db);
  const user = await database.db.user.create({ data: { id: crypto.randomUUID(), email: `${crypto.randomUUID()}@example.test` } });
  await bookVisit(guest(), built, TUESDAY_10);
  await bookVisit(guest(), built, TUESDAY_1030);
  await bookVisit(actingAs(guest(), personActor(user.id)), built, "2026-11-24T10:00:00.000Z");
  const patients = await database.db.patient.findMany({ where: { providerId: built.providerId }, orderBy: { id: "asc" }, select: { userId: true, _count: { select: { bookings: true } } } });
  expect(patients).toEqual([{ userId: null, _count: { bookings: 2 } }, { userId: user.id, _count: { bookings: 1 } }]);
});

test("only the provider reads the reason, and the reading is audited", async () => {
  const built = await buildProvider(database.db);
  const booked = await bookVisit(guest(), built, TUESDAY_10);
  const app = actingAs(guest(), providerActor(built));
  const details = await getBooking(app, { reference: booked.reference.toLowerCase() });
  expect(details).toMatchObject({ reason: "A rash on my arm", patient: { phone: "+442079460123", phoneText: "+44 20 7946 0123" }, actions: ["reschedule", "cancel"], timeline: [{ kind: "booking", sentence: "Booked, by the patient." }] });
  expect(details.timeline[0]?.localAt).toBe(toLocal(Date.parse(details.timeline[0]?.at ?? ""), details.providerTimeZone));
  expect(await database.db.auditEntry.count({ where: { subjectId: details.id, action: "booking.read-reason" } })).toBe(1);
  const stranger = actingAs(guest(), providerActor(await buildProvider(database.db)));
  await expect(getBooking(stranger, { reference: booked.reference })).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  await expect(getBooking(guest(), { reference: booked.reference })).rejects.toMatchObject({ code: "NOT_AUTHENTICATED" });
});

test("a booking written elsewhere is in the way of a hold, with both visits' buffers", async () => {
  const built = await buildProvider(database.db, { service: { bufferAfterMinutes: 15, slotStepMinutes: 15 } });
  await buildBooking(database.db, built, { startsAt: TUESDAY_10 });
  await expect(holdSlot(guest(), holdRequest(built, "2026-11-24T08:30:00.000Z"))).rejects.toMatchObject({ code: "SLOT_TAKEN" });
  await holdSlot(guest(), holdRequest(built, "2026-11-24T08:15:00.000Z"));
});
