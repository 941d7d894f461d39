import { pollCalendars } from "@/application/calendar/poll-calendars";
import { renewChannel } from "@/application/calendar/renew-channel";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import type { AppContext } from "@/application/shared/context";
import { runJobs } from "@tests/support/google/run-jobs";
import type { SyncWorld } from "./sync-world";

const MINUTE_MS = 60_000;
const MINUTES_A_DAY = 1_440;
const DAYS_A_MONTH = 30;

/**
 * Calls to Calendar that one quiet calendar with a healthy channel makes in a simulated day, thirty times over: the sweep runs
 * each minute and what it asks for is done. Google's clock stands still meanwhile, so channels are renewed by ours.
 */
export async function standingCalls(world: SyncWorld, pollMinutes: number): Promise<number> {
  const { google, database } = world;
  await database.db.calendarConnection.updateMany({ where: { status: "ACTIVE" }, data: { status: "DISCONNECTED" } });
  await database.pool.query("DELETE FROM graphile_worker._private_jobs");
  const { calendarId } = await world.connect();
  let now = Date.now();
  const app: AppContext = { ...world.app, clock: { now: () => now }, config: { ...world.app.config, calendarPollMinutes: pollMinutes } };
  await renewChannel(app, calendarId);
  await syncCalendar(app, calendarId);
  await google.clearRequests();
  for (let minute = 0; minute < MINUTES_A_DAY; minute += 1) {
    now += MINUTE_MS;
    if ((await pollCalendars(app)) > 0) await runJobs(app);
  }
  const calls = (await google.requests()).filter(({ path }) => path.startsWith("/calendar/v3/")).length;
  return calls * DAYS_A_MONTH;
}
