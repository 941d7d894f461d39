import { findStarts } from "@/application/availability/find-slots";
import { renewChannel } from "@/application/calendar/renew-channel";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { enqueue } from "@/application/shared/enqueue";
import type { Container } from "@/server/container";
import { startWorker } from "@/server/worker/start-worker";
import type { SyncWorld } from "./sync-world";

const DAY_MS = 86_400_000;
/** A change that follows a read by less waits for the others of its burst. */
const BEYOND_BURST_MS = 1_700;

const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));

export interface Lags {
  readonly pushToShown: number[];
  readonly commitToWorker: number[];
}

/** With a worker at work in this process: from a push to the times that follow from it, and from a commit to the job's begin. Milliseconds. */
export async function measureLags(world: SyncWorld, pushes: number, jobs: number): Promise<Lags> {
  const begun = new Map<string, number>();
  const container: Container = {
    ...world.container,
    contextFor: (actor, requestId) => {
      const app = world.container.contextFor(actor, requestId);
      if (actor.kind === "system" && actor.job === "calendar.look-at-event") begun.set(requestId, performance.now());
      return app;
    },
  };
  // What simulated days left to do is nobody's to wait for.
  await world.database.pool.query("DELETE FROM graphile_worker._private_jobs");
  await world.database.db.calendarConnection.updateMany({ data: { status: "DISCONNECTED" } });
  const worker = await startWorker(container);
  try {
    return { pushToShown: await pushLags(world, pushes), commitToWorker: await jobLags(world, jobs, begun) };
  } finally {
    await worker.stop();
  }
}

async function pushLags(world: SyncWorld, count: number): Promise<number[]> {
  const { app, pushesAt } = world;
  const { built, calendarId, add } = await world.connect();
  await syncCalendar(app, calendarId);
  await renewChannel(app, calendarId);
  const monday = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 7 * DAY_MS;
  const day = monday + ((8 - new Date(monday).getUTCDay()) % 7) * DAY_MS;
  const onDate = (at: number) => new Date(at).toISOString().slice(0, 10);
  const offered = () => findStarts(app, { provider: built.providerSlug, service: built.serviceSlug, from: onDate(day), to: onDate(day + 4 * DAY_MS), timeZone: "UTC" });
  const lags: number[] = [];
  while (lags.length < count) {
    await pause(BEYOND_BURST_MS);
    const { starts } = await offered();
    const start = starts[Math.floor(starts.length / 2)];
    if (start === undefined) throw new Error("no time is left to take");
    const before = pushesAt.length;
    await add(start, 5);
    while ((await offered()).starts.includes(start)) await pause(2);
    const shownAt = performance.now();
    const pushedAt = pushesAt[before];
    if (pushedAt === undefined) throw new Error("the times followed before any push");
    lags.push(shownAt - pushedAt);
  }
  return lags;
}

async function jobLags({ app }: SyncWorld, count: number, begun: ReadonlyMap<string, number>): Promise<number[]> {
  const lags: number[] = [];
  for (let index = 0; index < count; index += 1) {
    await pause(20 + Math.random() * 40);
    const known = begun.size;
    await app.db.$transaction((tx) => enqueue(tx, "calendar.look-at-event", { seriesId: crypto.randomUUID() }));
    const committedAt = performance.now();
    while (begun.size === known) await pause(1);
    const beganAt = [...begun.values()].at(-1) ?? committedAt;
    lags.push(Math.max(0, beganAt - committedAt));
  }
  return lags;
}
