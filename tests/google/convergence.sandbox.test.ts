import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@tests/support/database/create-test-database";
import { startGoogle, type GoogleSandbox } from "@tests/support/google/google-sandbox";
import { runJobs } from "@tests/support/google/run-jobs";
import { testContext } from "@tests/support/test-context";
import { providerActor } from "@tests/support/booking-requests";
import { chanceFrom } from "@tests/support/chance-from";
import { cancelBooking } from "@/application/booking/cancel-booking";
import { reinstateBooking } from "@/application/booking/reinstate-booking";
import { rescheduleBooking } from "@/application/booking/reschedule-booking";
import { renewChannel } from "@/application/calendar/renew-channel";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { actingAs, type AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { JOBS } from "@/jobs/registry";
import { ACCOUNT, atHour, editScene, type EditScene } from "./edit-scene";
import { startPushServer } from "./push-server";

const EDITS = Number(process.env.CONVERGENCE_EDITS ?? 300);
const BATCH = 25;
const VISITS = 10;
const SEED = Number(process.env.CONVERGENCE_SEED ?? Date.now() % 1_000_000);

let database: TestDatabase;
let google: GoogleSandbox;
beforeAll(async () => {
  database = await createTestDatabase();
  google = await startGoogle();
});
afterAll(async () => {
  await google.close();
  await database.destroy();
});

/** Where a batch begins, this far through the edits. */
const batchAt = (part: number) => Math.floor((EDITS * part) / BATCH) * BATCH;

test(`${EDITS} edits on both sides, with pushes lost and doubled, errors and forgotten tokens, leave both sides equal (CONVERGENCE_SEED=${SEED})`, { timeout: 480_000 }, async () => {
  const chance = chanceFrom(SEED);
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const pushChance = chanceFrom(SEED + 1);
  const pushes = await startPushServer(
    (publicOrigin) => testContext(database, { actor: { kind: "system", job: "test" }, now: () => Date.now(), ports: google.ports, publicOrigin, undoSeconds: 0 }),
    () => {
      const luck = pushChance();
      return luck < 0.2 ? 0 : luck < 0.3 ? 2 : 1;
    },
  );
  const { app } = pushes;
  const scenes = [await editScene(database, google, app), await editScene(database, google, app)];
  const [, bold] = scenes as [EditScene, EditScene];
  await database.db.calendarEditPolicy.create({ data: { providerId: bold.built.providerId, impossible: "MOVE_ANYWAY", followsLength: true } });
  const visits: { scene: EditScene; eventId: string; seriesId: string; reference: string }[] = [];
  for (const scene of scenes) {
    await renewChannel(app, scene.calendarId);
    for (let i = 0; i < VISITS; i += 1) visits.push({ scene, ...(await scene.visitAt(atHour(8 + (i % 5), 7 + Math.floor(i / 5)))) });
  }

  for (let done = 0; done < EDITS; done += BATCH) {
    if (done === batchAt(0.4)) await google.forgetSyncTokens(ACCOUNT);
    if (done === batchAt(0.6)) await endChannel(app, bold.calendarId);
    const standing = new Set((await Promise.all(scenes.map(({ externalId }) => google.events(ACCOUNT, externalId)))).flat().filter(({ status }) => status === "confirmed").map(({ id }) => id));
    for (let i = 0; i < BATCH; i += 1) {
      const visit = one(visits);
      const startsAt = atHour(7 + Math.floor(chance() * 20) / 2, 7 + Math.floor(chance() * 3));
      if (chance() < 0.5) await inGoogle(visit, standing, chance(), startsAt);
      else await here(app, visit, chance(), startsAt);
      if (chance() < 0.05) await google.fault({ match: "/calendar/v3", times: 1, ...one([{ status: 503 }, { drop: true }, { drop: true, after: true }, { status: 403, reason: "rateLimitExceeded" }]) });
      if (chance() < 0.06) await runJobs(app, { retries: true });
    }
  }

  await google.clearFaults();
  // What every push lost is healed by the poll.
  for (let round = 0; round < 6; round += 1) {
    for (const { calendarId } of scenes) await syncCalendar(app, calendarId);
    await database.pool.query("UPDATE graphile_worker._private_jobs SET run_at = now() WHERE key LIKE ANY ('{sync:%,settle-edit:%,push:%,look:%}')");
    await runJobs(app);
  }
  await google.clearRequests();
  for (const { calendarId } of scenes) await syncCalendar(app, calendarId);
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
  expect(await database.db.calendarEdit.count({ where: { state: { in: ["WAITING", "ASKED"] } } })).toBe(0);
  expect(await database.db.calendarEdit.count({ where: { state: "APPLIED" } })).toBeGreaterThan(EDITS / 20);
  await expectEachToldOnce(app);
  await pushes.close();
});

type Visit = { scene: EditScene; eventId: string; reference: string };

async function inGoogle({ scene, eventId }: Visit, standing: ReadonlySet<string>, luck: number, startsAt: Date): Promise<void> {
  if (!standing.has(eventId)) await google.changeEvent(ACCOUNT, eventId, { status: "confirmed" }, scene.externalId);
  else if (luck < 0.05) {
    if ((await scene.eventOf({ eventId })).status === "confirmed") await scene.remove({ eventId });
  } else if (luck < 0.1) await google.changeEvent(ACCOUNT, eventId, { summary: `Note ${luck}` }, scene.externalId);
  else if (luck < 0.15) await scene.move({ eventId }, startsAt, 60);
  else await scene.move({ eventId }, startsAt);
}

/** The clinic's own hand; what the rules refuse is refused. */
async function here(app: AppContext, { scene, reference }: Visit, luck: number, startsAt: Date): Promise<void> {
  const staff = actingAs(app, providerActor(scene.built));
  const isCancelled = (await database.db.booking.count({ where: { reference, status: "CANCELLED" } })) > 0;
  try {
    if (isCancelled) await reinstateBooking(staff, { reference, startsAt: startsAt.getTime() });
    else if (luck < 0.05) await cancelBooking(staff, { reference, reason: "Test" });
    else await rescheduleBooking(staff, { reference, startsAt: startsAt.toISOString(), ...(luck < 0.8 && { override: { reason: "Test" } }) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

async function endChannel(app: AppContext, calendarId: string): Promise<void> {
  const { channelId } = await database.db.calendar.update({ where: { id: calendarId }, data: { channelExpiresAt: new Date(app.clock.now() - 1_000), channelTokenHash: null } });
  expect(channelId).not.toBeNull();
}

/** Plans every message that was asked for: each row of each series tells its patient once, and never the same time twice running. */
async function expectEachToldOnce(app: AppContext): Promise<void> {
  const announce = JOBS.find(({ name }) => name === "messages.announce");
  const { rows } = await database.pool.query<{ payload: unknown }>("SELECT payload FROM graphile_worker._private_jobs AS job JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id WHERE task.identifier = 'messages.announce' ORDER BY job.id");
  for (const { payload } of rows) await announce?.run(app, payload);
  const { rows: twice } = await database.pool.query("SELECT booking_id, template FROM message WHERE recipient = 'PATIENT' GROUP BY 1, 2, channel HAVING count(*) > 1");
  expect(twice).toEqual([]);
  const { rows: same } = await database.pool.query("SELECT old.reference FROM booking AS old JOIN booking AS next ON next.id = old.rescheduled_to_id WHERE old.starts_at = next.starts_at AND old.ends_at = next.ends_at AND NOT EXISTS (SELECT FROM audit_entry WHERE action = 'booking.cancel' AND subject_id = old.id::text)");
  expect(same).toEqual([]);
  expect(rows.length).toBeGreaterThan(EDITS / 10);
}
