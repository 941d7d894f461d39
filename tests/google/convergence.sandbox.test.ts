import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { confirmRequest, GUEST, holdRequest, providerActor } from "@tests/support/booking-requests";
import { chanceFrom } from "@tests/support/chance-from";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { confirmBooking } from "@/application/booking/confirm-booking";
import { holdSlot } from "@/application/booking/hold-slot";
import { reinstateBooking } from "@/application/booking/reinstate-booking";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { answerCalendarEdit } from "@/application/calendar-edits/answer-calendar-edit";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import { renewChannel } from "@/application/calendar/renew-channel";
import { actingAs, type AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { JOBS } from "@/jobs/registry";
import { ACCOUNT, atHour, editScene, type EditScene } from "./edit-scene";
import { startPushServer } from "./push-server";

const EDITS = Number(process.env.CONVERGENCE_EDITS ?? 1_000);
const SEED = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 1_000_000);
/** Time between two edits, by the test's clock: all that depends on time is the same for the same seed. */
const TICK_MS = 2_000;
const FIRST_VISITS = 20;
const MOST_VISITS = 50;

let database: TestDatabase;
let google: GoogleSandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  // Tomorrow at ten, ahead of the database's own clock, whose jobs are due at once then.
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 + 34 * 3_600_000) });
  // A slow machine is not one of the faults.
  google = await startGoogle({}, { timeoutMs: 60_000 });
});
afterAll(async () => {
  await google.close();
  vi.useRealTimers();
  await database.destroy();
});
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);

test(`${EDITS} edits on both sides, with pushes lost and doubled, errors and forgotten tokens, leave both sides equal (CONVERGENCE_SEED=${SEED})`, { timeout: 1_800_000 }, async () => {
  const chance = chanceFrom(SEED);
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const pushChance = chanceFrom(SEED + 1);
  const luckOfPush = () => {
    const luck = pushChance();
    return luck < 0.2 ? 0 : luck < 0.3 ? 2 : 1;
  };
  const pushes = await startPushServer(google, (publicOrigin) => testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports, publicOrigin, undoSeconds: 3 * (TICK_MS / 1_000) }));
  const { app } = pushes;
  const scenes = [await editScene(database, google, app), await editScene(database, google, app)];
  const [, bold] = scenes as [EditScene, EditScene];
  await database.db.calendarEditPolicy.create({ data: { providerId: bold.built.providerId, impossible: "MOVE_ANYWAY", followsLength: true } });
  const visits: Visit[] = [];
  for (const scene of scenes) {
    await renewChannel(app, scene.calendarId);
    for (let i = 0; i < FIRST_VISITS / 2; i += 1) visits.push({ scene, ...(await scene.visitAt(atHour(8 + (i % 5), 7 + Math.floor(i / 5)))) });
  }
  await google.clearRequests();

  for (let done = 0; done < EDITS; done += 1) {
    pass(TICK_MS);
    const visit = one(visits);
    const startsAt = atHour(7 + Math.floor(chance() * 20) / 2, 7 + Math.floor(chance() * 3));
    const [side, luck] = [chance(), chance()];
    if (side < 0.5) await inGoogle(visit, luck, startsAt);
    else if (luck < 0.05 && visits.length < MOST_VISITS) visits.push(...(await book(app, visit.scene, startsAt)));
    else await here(app, visit, luck, startsAt);
    if (chance() < 0.05) await google.fault({ match: "/calendar/v3", times: 1, ...one([{ status: 503 }, { drop: true }, { drop: true, after: true }, { status: 403, reason: "rateLimitExceeded" }]) });
    await pushes.takeIn(luckOfPush);
    if (chance() < 0.06) {
      await runJobs(app, { retries: true });
      await tellPatients(app);
    }
    if (done === Math.floor(EDITS * 0.4)) await google.forgetSyncTokens(ACCOUNT);
    if (done === Math.floor(EDITS * 0.6)) await endChannel(bold);
    if (done === Math.floor(EDITS * 0.7)) await database.db.$transaction((tx) => enqueue(tx, "calendar.renew-channel", { calendarId: bold.calendarId }));
    if (done % 100 === 99) await poll(scenes);
  }

  await google.clearFaults();
  // What every push lost is healed by the poll; undo windows pass.
  for (let round = 0; round < 5; round += 1) {
    pass(300_000);
    await poll(scenes);
    await runJobs(app);
    await pushes.takeIn(() => 1);
  }
  const requests = (await google.requests()).filter(({ path }) => path.startsWith("/calendar/v3"));
  const writes = requests.filter(({ method, path }) => method !== "GET" && !/watch|stop/.test(path));
  await google.clearRequests();
  await poll(scenes);
  await runJobs(app);
  expect((await google.requests()).filter(({ method, path }) => method !== "GET" && path.startsWith("/calendar/v3")), "both sides have come to rest").toEqual([]);

  const apart: unknown[] = [];
  for (const visit of visits) {
    const booking = await visit.scene.current(visit);
    const event = await visit.scene.eventOf(visit);
    const isEqual = booking.status === "CONFIRMED" ? event.status === "confirmed" && event.startsAt === booking.startsAt.getTime() && event.endsAt === booking.endsAt.getTime() : event.status !== "confirmed";
    if (!isEqual) apart.push({ reference: visit.reference, status: booking.status, startsAt: booking.startsAt, event, edits: await visit.scene.edits(visit), link: await database.db.calendarEventLink.findUnique({ where: { seriesId: visit.seriesId } }) });
  }
  expect(apart).toEqual([]);
  expect(await database.db.booking.groupBy({ by: ["seriesId"], where: { status: { not: "RESCHEDULED" } }, _count: true, having: { seriesId: { _count: { not: 1 } } } })).toEqual([]);
  expect(await database.db.booking.count({ where: { status: { not: "RESCHEDULED" } } })).toBe(visits.length);
  expect(await database.db.calendarEdit.count({ where: { state: { in: ["WAITING", "ASKED"] } } })).toBe(0);
  expect(await database.db.calendarEdit.count({ where: { state: "APPLIED" } })).toBeGreaterThan(EDITS / 20);
  expect(requests.some(({ status }) => status === 410)).toBe(true);
  expect(writes.length).toBeLessThan(EDITS);
  await tellPatients(app);
  await expectEachToldOnce();
  await pushes.close();
});

type Visit = { scene: EditScene; eventId: string; seriesId: string; reference: string };

async function inGoogle({ scene, eventId, seriesId }: Visit, luck: number, startsAt: Date): Promise<void> {
  const { status } = await scene.eventOf({ eventId });
  if (status === "none") return;
  if (status !== "confirmed") await google.changeEvent(ACCOUNT, eventId, { status: "confirmed" }, scene.externalId);
  else if (luck < 0.05) await scene.remove({ eventId });
  else if (luck < 0.1) await google.changeEvent(ACCOUNT, eventId, { summary: `Note ${luck}` }, scene.externalId);
  else if (luck < 0.15) await scene.move({ eventId }, startsAt, 60);
  // Taken back to where the booking stands.
  else if (luck < 0.25) await scene.move({ eventId }, (await scene.current({ seriesId })).startsAt);
  else await scene.move({ eventId }, startsAt);
}

/** The clinic's own hand; what the rules refuse is refused. */
async function here(app: AppContext, { scene, reference, seriesId }: Visit, luck: number, startsAt: Date): Promise<void> {
  const staff = actingAs(app, providerActor(scene.built));
  const open = await database.db.calendarEdit.findFirst({ where: { seriesId, state: { in: ["WAITING", "ASKED"] } }, select: { id: true } });
  const isCancelled = (await scene.current({ seriesId })).status === "CANCELLED";
  await unlessRefused(async () => {
    if (open !== null && luck < 0.3) await answerCalendarEdit(staff, { editId: open.id, answer: luck < 0.15 ? "accept" : "put-back" });
    else if (isCancelled) await reinstateBooking(staff, { reference, startsAt: startsAt.getTime() });
    else if (luck < 0.1) await cancelBooking(staff, { reference, reason: "Test" });
    else await rescheduleBooking(staff, { reference, startsAt: startsAt.toISOString(), ...(luck < 0.8 && { override: { reason: "Test" } }) });
  });
}

/** A patient books, where the time is free. */
async function book(app: AppContext, scene: EditScene, startsAt: Date): Promise<Visit[]> {
  const made: Visit[] = [];
  await unlessRefused(async () => {
    const guest = actingAs(app, GUEST);
    const { reference } = await confirmBooking(guest, confirmRequest(await holdSlot(guest, holdRequest(scene.built, startsAt.toISOString(), "IN_PERSON"))));
    const { seriesId } = await database.db.booking.findFirstOrThrow({ where: { reference } });
    made.push({ scene, reference, seriesId, eventId: eventIdOf(seriesId) });
  });
  return made;
}

async function unlessRefused(act: () => Promise<void>): Promise<void> {
  await act().catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
  });
}

/** What the sweep asks for every few minutes. */
async function poll(scenes: readonly EditScene[]): Promise<void> {
  for (const { calendarId, built } of scenes) await database.db.$transaction((tx) => enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(built.providerId) }));
}

/** Google ends the channel, and we know when. */
async function endChannel({ calendarId }: EditScene): Promise<void> {
  const { channelId } = await database.db.calendar.update({ where: { id: calendarId }, data: { channelExpiresAt: new Date() } });
  await google.endChannel(channelId ?? "");
}

/** Plans the messages of all changes so far, in order. */
async function tellPatients(app: AppContext): Promise<void> {
  const announce = JOBS.find(({ name }) => name === "messages.announce");
  const { rows } = await database.pool.query<{ id: string; payload: unknown }>("SELECT job.id, payload FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'messages.announce' ORDER BY job.id");
  for (const { payload } of rows) await announce?.run(app, payload);
  await database.pool.query("DELETE FROM graphile_worker._private_jobs AS job USING graphile_worker._private_tasks AS task WHERE task.id = job.task_id AND (job.id = ANY ($1) OR task.identifier IN ('messages.send', 'messages.remind'))", [rows.map(({ id }) => id)]);
}

/** Each row of each series tells its patient once, and never the same time twice running. */
async function expectEachToldOnce(): Promise<void> {
  const { rows: twice } = await database.pool.query("SELECT booking_id, template FROM message WHERE recipient = 'PATIENT' GROUP BY 1, 2, channel HAVING count(*) > 1");
  expect(twice).toEqual([]);
  const { rows: same } = await database.pool.query("SELECT old.reference FROM booking AS old JOIN booking AS next ON next.id = old.rescheduled_to_id WHERE old.starts_at = next.starts_at AND old.ends_at = next.ends_at AND NOT EXISTS (SELECT FROM audit_entry WHERE action = 'booking.cancel' AND subject_id = old.id::text)");
  expect(same).toEqual([]);
  expect(await database.db.message.count({ where: { recipient: "PATIENT" } })).toBeGreaterThan(EDITS / 10);
}
