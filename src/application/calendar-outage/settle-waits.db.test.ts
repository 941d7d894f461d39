import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { approveBooking } from "@/application/booking/approve-booking";
import { bookForCaller } from "@/application/booking/book-for-caller";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { expirePendings } from "@/application/booking/expire-pendings";
import { holdSlot } from "@/application/booking/hold-slot";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import type { Actor } from "@/application/shared/actor";
import { bookVisit, confirmRequest, deskActor, GUEST, holdRequest, providerActor, SYSTEM } from "@tests/support/booking-requests";
import { buildCalendarConnection } from "@tests/support/builders/build-calendar-connection";
import { buildProvider, type BuiltProvider } from "@tests/support/builders/build-provider";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { offlineGoogle } from "@tests/support/google/offline-google";
import { testContext } from "@tests/support/test-context";
import { waitingJobs } from "@tests/support/waiting-jobs";
import { settleWaits } from "./settle-waits";

// Monday 23 November 2026, 09:00 in Berlin.
const NOW = Date.UTC(2026, 10, 23, 8);
const TUESDAY_10 = "2026-11-24T09:00:00.000Z";
const TUESDAY_11 = "2026-11-24T10:00:00.000Z";
const MINUTE = 60_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const at = (minutes: number) => new Date(NOW + minutes * MINUTE);
const as = (actor: Actor, minutes = 0) => testContext(database, { actor, now: NOW + minutes * MINUTE, ports: offlineGoogle() });
const rowOf = (reference: string) => database.db.booking.findFirstOrThrow({ where: { reference, status: { not: "RESCHEDULED" } } });
const actionsOf = async (id: string) => (await database.db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } })).map(({ action, actorKind }) => `${action} ${actorKind}`);
const changesOf = async (id: string) => (await waitingJobs(database.pool, id)).flatMap(({ payload }) => (payload.change === undefined ? [] : [payload.change]));

/** A provider whose calendar was last read `minutes` ago (null: never). */
async function withCalendar(minutes: number | null, options: { service?: Parameters<typeof buildProvider>[1] } & Pick<NonNullable<Parameters<typeof buildCalendarConnection>[2]>, "connection" | "calendar"> = {}) {
  const built = await buildProvider(database.db, options.service);
  const { calendarId, connectionId } = await buildCalendarConnection(database.db, built.providerId, { connection: options.connection ?? {}, calendar: { lastReadAt: minutes === null ? null : at(-minutes), ...options.calendar } });
  return { built, calendarId, connectionId };
}
const read = (calendarId: string, minutes: number) => database.db.calendar.update({ where: { id: calendarId }, data: { lastReadAt: at(minutes) } });
const addEvent = (calendarId: string, built: BuiltProvider, startsAt: string) =>
  database.db.busyInterval.create({ data: { id: uuidv7(), calendarId, providerId: built.providerId, externalEventId: uuidv7(), startsAt: new Date(Date.parse(startsAt) + 10 * MINUTE), endsAt: new Date(Date.parse(startsAt) + 40 * MINUTE), kind: "default" } });
const wants = (built: BuiltProvider, policy: { answer: "ACCEPT_AS_PENDING" | "ACCEPT_ON_LAST_KNOWN"; staleMinutes?: number }) => database.db.calendarOutagePolicy.create({ data: { providerId: built.providerId, ...policy } });

test.each<[string, number | null, "ACCEPT_AS_PENDING" | "ACCEPT_ON_LAST_KNOWN" | null, number, boolean, "CONFIRMED" | "PENDING"]>([
  ["read 30 minutes ago, by default", 30, null, 30, true, "CONFIRMED"],
  ["read 31 minutes ago, by default", 31, null, 30, true, "PENDING"],
  ["never read, by default", null, null, 30, true, "PENDING"],
  ["read an hour ago where two hours count", 60, "ACCEPT_ON_LAST_KNOWN", 120, true, "CONFIRMED"],
  ["read 121 minutes ago where two hours count", 121, "ACCEPT_ON_LAST_KNOWN", 120, true, "PENDING"],
  ["to be connected again, read a minute ago, by default", 1, null, 30, false, "CONFIRMED"],
  ["to be connected again, read a minute ago, where that is a request", 1, "ACCEPT_AS_PENDING", 30, false, "PENDING"],
])("a calendar %s", async (_, minutes, answer, staleMinutes, isConnected, status) => {
  const { built } = await withCalendar(minutes, { connection: { status: isConnected ? "ACTIVE" : "RECONNECT_NEEDED" } });
  if (answer !== null) await wants(built, { answer, staleMinutes });
  const hold = await holdSlot(as(GUEST), holdRequest(built, TUESDAY_10));
  expect(hold.awaitsCalendar).toBe(status === "PENDING");
  const booked = await confirmBooking(as(GUEST), confirmRequest(hold));
  expect(booked).toMatchObject({ status, calendarWait: status === "PENDING" ? "waiting" : null });
});

test("a clinic's calendar counts for its providers; one that is not read, has left its account or is of a switched-off vendor does not", async () => {
  const built = await buildProvider(database.db);
  await buildCalendarConnection(database.db, built.providerId, { calendar: { readsBusy: false } });
  await buildCalendarConnection(database.db, built.providerId, { connection: { accountSubject: uuidv7() }, calendar: { goneAt: at(-1), receivesBookings: false } });
  await buildCalendarConnection(database.db, built.providerId, { connection: { status: "DISCONNECTED" }, calendar: { receivesBookings: false } });
  await buildCalendarConnection(database.db, built.providerId, { connection: { access: "LINK" }, calendar: { receivesBookings: false } });
  expect((await bookVisit({ ...as(GUEST), ports: { ...as(GUEST).ports, calendarLink: null } }, built, TUESDAY_10)).status).toBe("CONFIRMED");

  await buildCalendarConnection(database.db, { organizationId: built.organizationId });
  expect((await bookVisit(as(GUEST), built, TUESDAY_11)).status).toBe("PENDING");
  expect((await bookVisit({ ...as(GUEST), ports: { ...as(GUEST).ports, calendar: null } }, built, "2026-11-24T12:00:00.000Z")).status).toBe("CONFIRMED");
});

test("a request waits for the read after it, is confirmed by the system, and everybody is told as of any confirmation", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { id } = await rowOf(reference);
  expect(await rowOf(reference)).toMatchObject({ status: "PENDING", calendarWait: "WAITING", calendarWaitSince: at(0), pendingExpiresAt: new Date(Date.parse(TUESDAY_10) - 60 * MINUTE) });
  expect(await changesOf(id)).toEqual(["pending"]);
  const asked = await database.pool.query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`sync:${calendarId}`]);
  expect(asked.rowCount).toBe(1);

  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 0, asked: 0 });
  await read(calendarId, 0);
  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 0, asked: 0 });
  await read(calendarId, 4);
  expect(await settleWaits(as(SYSTEM, 5), calendarId)).toEqual({ confirmed: 1, asked: 0 });
  expect(await rowOf(reference)).toMatchObject({ status: "CONFIRMED", calendarWait: null, calendarWaitSince: null, pendingExpiresAt: null, version: 3 });
  expect(await actionsOf(id)).toEqual(["booking.confirm guest", "booking.confirm-after-read system"]);
  expect(await changesOf(id)).toEqual(["pending", "confirmed"]);
  expect((await waitingJobs(database.pool, id)).map(({ task }) => task).filter((task) => !task.startsWith("messages.announce"))).toEqual(expect.arrayContaining(["calendar.push-event", "messages.remind"]));
  expect(await settleWaits(as(SYSTEM, 6))).toEqual({ confirmed: 0, asked: 0 });
});

test("what meets something in the calendar stays with the provider, who is told and may accept it with a reason", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { id } = await rowOf(reference);
  await read(calendarId, 4);
  await addEvent(calendarId, built, TUESDAY_10);
  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 0, asked: 1 });
  expect(await rowOf(reference)).toMatchObject({ status: "PENDING", calendarWait: "CLASH" });
  expect(await actionsOf(id)).toEqual(["booking.confirm guest", "booking.note-clash system"]);
  expect(await changesOf(id)).toEqual(["pending", "clashes"]);
  expect(await settleWaits(as(SYSTEM, 6))).toEqual({ confirmed: 0, asked: 0 });

  await expect(approveBooking(as(providerActor(built), 7), { reference })).rejects.toMatchObject({ code: "POLICY_REFUSED", details: { fields: [{ field: "reason" }] } });
  expect((await approveBooking(as(providerActor(built), 7), { reference, reason: "It is only a note to myself" })).status).toBe("CONFIRMED");
  expect(await rowOf(reference)).toMatchObject({ status: "CONFIRMED", calendarWait: null, overrideReason: "It is only a note to myself" });
});

test("two workers settle it once", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { id } = await rowOf(reference);
  await read(calendarId, 4);
  const verdicts = await Promise.all([1, 2, 3, 4].map(() => settleWaits(as(SYSTEM, 5), calendarId)));
  expect(verdicts.reduce((sum, { confirmed }) => sum + confirmed, 0)).toBe(1);
  expect(await actionsOf(id)).toEqual(["booking.confirm guest", "booking.confirm-after-read system"]);
  expect((await changesOf(id)).filter((change) => change === "confirmed")).toHaveLength(1);
});

test("every calendar has to answer, and the last one decides", async () => {
  const { built, calendarId } = await withCalendar(40);
  const clinic = await buildCalendarConnection(database.db, { organizationId: built.organizationId }, { calendar: { lastReadAt: at(-1) } });
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  await read(calendarId, 4);
  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 0, asked: 0 });
  await read(clinic.calendarId, 5);
  expect(await settleWaits(as(SYSTEM, 6), clinic.calendarId)).toEqual({ confirmed: 1, asked: 0 });
  expect((await rowOf(reference)).status).toBe("CONFIRMED");
});

test("cancelled while it waits: it stays cancelled", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { seriesId } = await rowOf(reference);
  await cancelBooking(as({ kind: "link", linkId: uuidv7(), seriesId }, 2), { reference });
  await read(calendarId, 4);
  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 0, asked: 0 });
  expect(await rowOf(reference)).toMatchObject({ status: "CANCELLED", calendarWait: null });
});

test("moved while it waits: the new time is what is asked about", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { seriesId } = await rowOf(reference);
  await rescheduleBooking(as({ kind: "link", linkId: uuidv7(), seriesId }, 2), { reference, startsAt: TUESDAY_11 });
  expect(await rowOf(reference)).toMatchObject({ status: "PENDING", calendarWait: "WAITING" });
  await read(calendarId, 4);
  await addEvent(calendarId, built, TUESDAY_10);
  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 1, asked: 0 });
  expect(await rowOf(reference)).toMatchObject({ status: "CONFIRMED", startsAt: new Date(TUESDAY_11) });
});

test("a confirmed visit that is moved while the calendar does not answer is a request until it was read, and keeps nothing of the old time", async () => {
  const { built, calendarId } = await withCalendar(1);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { seriesId, id } = await rowOf(reference);
  expect((await rowOf(reference)).status).toBe("CONFIRMED");
  await database.db.calendarEventLink.update({ where: { seriesId }, data: { state: "SYNCED" } });
  const link = { kind: "link", linkId: uuidv7(), seriesId } as const;
  expect(await rescheduleBooking(as(link, 40), { reference, startsAt: TUESDAY_11 })).toMatchObject({ status: "PENDING", calendarWait: "waiting" });
  const moved = await rowOf(reference);
  expect(moved).toMatchObject({ status: "PENDING", calendarWait: "WAITING", calendarWaitSince: at(40), pendingExpiresAt: new Date(Date.parse(TUESDAY_11) - 60 * MINUTE) });
  // The event of the old time goes, nobody is reminded of what is not settled, and the calendar is asked.
  expect(await database.db.calendarEventLink.findUniqueOrThrow({ where: { seriesId } })).toMatchObject({ bookingId: moved.id, state: "PENDING" });
  const { rows } = await database.pool.query<{ key: string }>("SELECT key FROM graphile_worker.jobs WHERE key LIKE '%' || $1 || '%' OR key = $2", [seriesId, `sync:${calendarId}`]);
  expect(rows.map(({ key }) => key).filter((key) => !key.startsWith("announce")).toSorted()).toEqual([`push:${seriesId}`, `sync:${calendarId}`].toSorted());
  expect(await actionsOf(moved.id)).toEqual(["booking.reschedule link"]);
  expect(await database.db.booking.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: "RESCHEDULED" });

  await read(calendarId, 42);
  expect(await settleWaits(as(SYSTEM, 43))).toEqual({ confirmed: 1, asked: 0 });
  expect(await rowOf(reference)).toMatchObject({ status: "CONFIRMED", startsAt: new Date(TUESDAY_11) });
});

test("whoever of the clinic moves it with a reason, and a move that was made in the calendar itself, keep it confirmed", async () => {
  const { built } = await withCalendar(1);
  const [first, second] = [await bookVisit(as(GUEST), built, TUESDAY_10), await bookVisit(as(GUEST), built, TUESDAY_11)];
  expect(await rescheduleBooking(as(deskActor(built, uuidv7()), 40), { reference: first.reference, startsAt: "2026-11-24T12:00:00.000Z", override: { reason: "Asked the doctor" } })).toMatchObject({ status: "CONFIRMED", calendarWait: null });
  expect(await rescheduleBooking(as({ kind: "google", providerId: built.providerId, calendarId: uuidv7() }, 40), { reference: second.reference, startsAt: "2026-11-24T13:00:00.000Z" })).toMatchObject({ status: "CONFIRMED", calendarWait: null });
  expect(await rescheduleBooking(as(deskActor(built, uuidv7()), 40), { reference: second.reference, startsAt: TUESDAY_11 })).toMatchObject({ status: "PENDING", calendarWait: "waiting" });
});

test("what the calendar never answers ends like every request, and is told", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  const { id } = await rowOf(reference);
  // An hour before the visit.
  const minutes = (Date.parse(TUESDAY_10) - 60 * MINUTE - NOW) / MINUTE;
  await read(calendarId, minutes);
  expect(await settleWaits(as(SYSTEM, minutes))).toEqual({ confirmed: 0, asked: 0 });
  await expirePendings(as(SYSTEM, minutes));
  expect(await rowOf(reference)).toMatchObject({ status: "EXPIRED", calendarWait: null });
  expect(await changesOf(id)).toEqual(["pending", "expired"]);
});

test("a hold that runs out while the calendar is silent is nobody's, and waits for nothing", async () => {
  const { built } = await withCalendar(40);
  const hold = await holdSlot(as(GUEST), holdRequest(built, TUESDAY_10));
  await expect(confirmBooking(as(GUEST, 10), confirmRequest(hold))).rejects.toMatchObject({ code: "HOLD_EXPIRED" });
  expect(await database.db.booking.findUniqueOrThrow({ where: { id: hold.holdId } })).toMatchObject({ calendarWait: null });
});

test("where the provider approves each request, it is theirs to answer and waits for no calendar", async () => {
  const { built, calendarId } = await withCalendar(40, { service: { service: { requiresApproval: true } } });
  const hold = await holdSlot(as(GUEST), holdRequest(built, TUESDAY_10));
  expect(hold.awaitsCalendar).toBe(false);
  const { reference } = await confirmBooking(as(GUEST), confirmRequest(hold));
  expect(await rowOf(reference)).toMatchObject({ status: "PENDING", calendarWait: null });
  await read(calendarId, 4);
  expect(await settleWaits(as(SYSTEM, 5))).toEqual({ confirmed: 0, asked: 0 });
  expect((await approveBooking(as(providerActor(built), 5), { reference })).status).toBe("CONFIRMED");
});

test("the desk gets the same honest answer, or confirms with a reason", async () => {
  const { built } = await withCalendar(40);
  const user = await database.db.user.create({ data: { id: uuidv7(), email: `desk-${uuidv7()}@example.test`, name: "Desk" } });
  const request = (startsAt: string) => ({ providerId: built.providerId, service: built.serviceSlug, startsAt, mode: "ONLINE" as const, patient: { name: "Caller", phone: "+44 20 7946 0123" }, timeZone: "Europe/London" });
  const waiting = await bookForCaller(as(deskActor(built, user.id)), request(TUESDAY_10));
  expect(waiting).toMatchObject({ status: "PENDING", calendarWait: "waiting" });
  expect(await changesOf(waiting.id)).toEqual(["pending"]);
  expect(await bookForCaller(as(deskActor(built, user.id)), { ...request(TUESDAY_11), override: { reason: "Dr Test is beside me" } })).toMatchObject({ status: "CONFIRMED", calendarWait: null, overrideReason: "Dr Test is beside me", isOverbook: false });
});

test("a person does not settle, a wait without its instant is not kept, and what another release has ended is left alone", async () => {
  const { built } = await withCalendar(40);
  await expect(settleWaits(as(providerActor(built)))).rejects.toMatchObject({ code: "NOT_ALLOWED" });
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  await expect(database.db.booking.updateMany({ where: { reference }, data: { calendarWaitSince: null } })).rejects.toThrow(/booking_calendar_wait/);
  await database.db.booking.updateMany({ where: { reference }, data: { status: "CANCELLED" } });
  await database.db.calendar.updateMany({ where: { providerId: built.providerId }, data: { lastReadAt: new Date(Date.parse("2031-01-01T00:00:00Z")) } });
  await settleWaits(as(SYSTEM));
  expect(await database.db.booking.findFirstOrThrow({ where: { reference }, select: { status: true } })).toEqual({ status: "CANCELLED" });
});

test("an event that came while a time was held refuses it with others; one that makes nobody busy does not", async () => {
  const { built, calendarId } = await withCalendar(1);
  const hold = await holdSlot(as(GUEST), holdRequest(built, TUESDAY_10));
  await addEvent(calendarId, built, TUESDAY_10);
  await expect(confirmBooking(as(GUEST), confirmRequest(hold))).rejects.toMatchObject({ code: "SLOT_TAKEN", details: { alternatives: expect.arrayContaining([expect.objectContaining({ startsAt: expect.any(String) })]) } });
  await database.db.calendar.update({ where: { id: calendarId }, data: { readsBusy: false } });
  expect((await confirmBooking(as(GUEST), confirmRequest(hold))).status).toBe("CONFIRMED");
});

test("a request that is moved waits for readings made after the move, and one of a suspended provider is not confirmed", async () => {
  const { built, calendarId } = await withCalendar(40);
  const { reference } = await bookVisit(as(GUEST), built, TUESDAY_10);
  await read(calendarId, 5);
  const { seriesId } = await rowOf(reference);
  await rescheduleBooking(as({ kind: "link", linkId: uuidv7(), seriesId }, 10), { reference, startsAt: TUESDAY_11 });
  await settleWaits(as(SYSTEM, 11));
  expect(await rowOf(reference)).toMatchObject({ status: "PENDING", calendarWait: "WAITING" });
  await database.db.provider.update({ where: { id: built.providerId }, data: { status: "SUSPENDED" } });
  await read(calendarId, 12);
  await settleWaits(as(SYSTEM, 13));
  expect((await rowOf(reference)).status).toBe("PENDING");
  await database.db.provider.update({ where: { id: built.providerId }, data: { status: "ACTIVE" } });
  await settleWaits(as(SYSTEM, 14));
  expect((await rowOf(reference)).status).toBe("CONFIRMED");
});
