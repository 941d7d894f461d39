import { Logger, runOnce, type TaskList } from "graphile-worker";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { loadAppointment } from "@/application/messages/load-appointment";
import { actingAs } from "@/application/shared/context";
import { announceChange } from "@/jobs/announce-change";
import { buildProvider } from "@tests/support/builders/build-provider";
import { bookVisit, GUEST, providerActor, SYSTEM } from "@tests/support/booking-requests";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { testContext } from "@tests/support/test-context";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.destroy());

const NOW = Date.parse("2030-01-02T09:00:00Z");
const GRACE = 180_000;
const FIRST = "2030-01-08T09:00:00.000Z";
const SECOND = "2030-01-08T13:00:00.000Z";
const THIRD = "2030-01-09T09:00:00.000Z";

/** A booked visit whose messages were told, and the clinic that changes it. */
async function bookedScene() {
  const built = await buildProvider(database.db);
  const guest = testContext(database, { actor: GUEST, now: NOW, changeGraceMs: GRACE });
  const { reference } = await bookVisit(guest, built, FIRST);
  const clinic = actingAs(guest, providerActor(built));
  /** Runs announcements that are due `after` now; the queue's clock is the machine's, so it is asked which are. */
  const tell = async (after: number) => {
    await database.pool.query("SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now() - interval '1 second') FROM graphile_worker.jobs WHERE task_identifier = 'messages.announce' AND run_at <= $1", [new Date(NOW + after)]);
    const taskList: TaskList = { [announceChange.name]: (payload: unknown) => announceChange.run(actingAs(guest, SYSTEM), payload) };
    await runOnce({ pgPool: database.pool, taskList, noPreparedStatements: true, logger: new Logger(() => () => undefined) });
    const rows = await database.db.message.findMany({ where: { providerId: built.providerId, recipient: "PATIENT", channel: "EMAIL" }, orderBy: { id: "asc" } });
    return rows.map(({ template }) => template);
  };
  const knownBefore = async () => {
    const { id } = await database.db.booking.findFirstOrThrow({ where: { reference, status: { not: "RESCHEDULED" } } });
    return (await loadAppointment(database.db, id))?.facts.previous?.startsAt;
  };
  const { seriesId } = await database.db.booking.findFirstOrThrow({ where: { reference } });
  const patient = actingAs(guest, { kind: "link", linkId: seriesId, seriesId });
  const current = async () => {
    const { id } = await database.db.booking.findFirstOrThrow({ where: { reference, status: "CONFIRMED" } });
    return loadAppointment(database.db, id);
  };
  return {
    clinic, reference, tell, knownBefore, current,
    move: (startsAt: string, durationMinutes?: number) => rescheduleBooking(clinic, { reference, startsAt, ...(durationMinutes !== undefined && { durationMinutes }), override: { reason: "test" } }),
    moveOnline: (startsAt: string) => rescheduleBooking(patient, { reference, startsAt }),
  };
}

test("a confirmation is told at once; moves in a row are told as one, with the time that was known", async () => {
  const { tell, move, knownBefore } = await bookedScene();
  expect(await tell(0)).toEqual(["booking-confirmed"]);
  await move(SECOND);
  expect(await tell(GRACE - 1)).toEqual(["booking-confirmed"]);
  await move(THIRD);
  expect(await tell(GRACE)).toEqual(["booking-confirmed", "booking-rescheduled"]);
  expect(await tell(10 * GRACE)).toHaveLength(2);
  expect(await knownBefore()).toBe(Date.parse(FIRST));
});

test("moved and moved back in time, nothing is told", async () => {
  const { tell, move } = await bookedScene();
  await tell(0);
  await move(SECOND);
  await move(FIRST);
  expect(await tell(GRACE)).toEqual(["booking-confirmed"]);
});

test("the clinic takes back what the patient has just moved: they chose the other time and hear of it", async () => {
  const { tell, move, moveOnline, knownBefore } = await bookedScene();
  await tell(0);
  await moveOnline(SECOND);
  await move(FIRST);
  expect(await tell(GRACE)).toEqual(["booking-confirmed", "booking-rescheduled"]);
  expect(await knownBefore()).toBe(Date.parse(SECOND));
});

test("patients who move back themselves, from what they or the clinic had chosen, are told nothing", async () => {
  for (const isTheirs of [true, false]) {
    const { tell, move, moveOnline } = await bookedScene();
    await tell(0);
    await (isTheirs ? moveOnline : move)(SECOND);
    await moveOnline(FIRST);
    expect(await tell(GRACE)).toEqual(["booking-confirmed"]);
  }
});

test("another length is told, and neither that nor a move there and back makes the visit one that was just booked", async () => {
  const { tell, move, current } = await bookedScene();
  await tell(0);
  const booked = (await current())?.facts;
  const { startsAt = 0, endsAt = 0, bookedAt } = booked ?? {};
  await move(FIRST, (endsAt - startsAt) / 60_000 + 15);
  expect(await tell(GRACE)).toEqual(["booking-confirmed", "booking-rescheduled"]);
  expect((await current())?.facts).toMatchObject({ previous: { startsAt, endsAt }, startsAt, endsAt: endsAt + 900_000, bookedAt });
  await move(SECOND);
  await move(FIRST, (endsAt - startsAt) / 60_000 + 15);
  expect(await tell(2 * GRACE)).toHaveLength(2);
  expect((await current())?.facts.bookedAt).toBe(bookedAt);
});

test("moved and then cancelled, only the cancellation is told, and it names the time that was known", async () => {
  const { tell, move, clinic, reference, knownBefore } = await bookedScene();
  await tell(0);
  await move(SECOND);
  await cancelBooking(clinic, { reference, reason: "ill" });
  expect(await tell(GRACE)).toEqual(["booking-confirmed", "booking-cancelled"]);
  expect(await knownBefore()).toBe(Date.parse(FIRST));
});
