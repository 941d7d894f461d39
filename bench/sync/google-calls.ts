import { renewChannel } from "@/application/calendar/renew-channel";
import { requestCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import { buildVisit } from "@tests/support/builders/build-visit";
import { eventually } from "@tests/support/eventually";
import { runJobs } from "@tests/support/google/run-jobs";
import type { SyncWorld } from "./sync-world";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Longer than the stand-in takes to make a Meet link and tell of it. */
const LINK_READY_MS = 250;

const callsTo = async ({ google }: SyncWorld, part: string, only?: "GET") => (await google.requests()).filter(({ method, path }) => path.startsWith("/calendar/v3/") && path.includes(part) && (only === undefined || method === only)).length;

/**
 * Calls to Calendar for each change that goes out, by the stand-in's own ledger: made, moved, cancelled. Google tells us of our own
 * changes too; the lists that answer are counted apart.
 */
export async function callsPerChange(world: SyncWorld, mode: "IN_PERSON" | "ONLINE", count: number): Promise<{ change: string; calls: number; lists: number }[]> {
  const { database, google, app } = world;
  const { built, calendarId } = await world.connect();
  await renewChannel(app, calendarId);
  await syncCalendar(app, calendarId);
  const first = Math.ceil(Date.now() / DAY_MS) * DAY_MS + 9 * HOUR_MS;
  const visits: Awaited<ReturnType<typeof buildVisit>>[] = [];
  const work = async () => {
    const taken = world.pushesTaken;
    // Jobs are due by the database's clock, which does not stand still.
    world.stoppedAt = Math.max(world.stoppedAt ?? 0, Date.now());
    await runJobs(app);
    await eventually("the push of our own change", () => world.pushesTaken > taken, 30);
    // The link of an online visit is news of its own, a moment later.
    await new Promise((next) => setTimeout(next, LINK_READY_MS));
    for (const step of [2_000, 6_000]) {
      world.stoppedAt = (world.stoppedAt ?? Date.now()) + step;
      await runJobs(app);
    }
  };
  const counted = async (change: string, act: (index: number) => Promise<void>) => {
    await google.clearRequests();
    world.stoppedAt = Date.now();
    for (let index = 0; index < count; index += 1) {
      await act(index);
      await work();
    }
    world.stoppedAt = null;
    const lists = await callsTo(world, "/events?", "GET");
    return { change, calls: ((await callsTo(world, "/events")) - lists) / count, lists: lists / count };
  };
  const update = async (index: number, data: { startsAt?: Date; endsAt?: Date; status?: "CANCELLED" }) => {
    const visit = visits[index];
    if (visit === undefined) throw new Error("no such visit");
    const changed = await database.db.booking.update({ where: { id: visit.id }, data: { ...data, ...(data.startsAt && data.endsAt && { blockedFrom: data.startsAt, blockedTo: data.endsAt }), version: { increment: 1 } } });
    await database.db.$transaction((tx) => requestCalendarUpdate(tx, changed));
  };
  const at = (index: number, hours: number) => new Date(first + index * DAY_MS + hours * HOUR_MS);
  return [
    await counted("made", async (index) => {
      const visit = await buildVisit(database.db, built, { startsAt: at(index, 0), endsAt: at(index, 0.5), mode });
      visits.push(visit);
      await database.db.$transaction((tx) => requestCalendarUpdate(tx, visit));
    }),
    await counted("moved", (index) => update(index, { startsAt: at(index, 2), endsAt: at(index, 2.5) })),
    await counted("cancelled", (index) => update(index, { status: "CANCELLED" })),
  ];
}

/** Lists for a burst of changes made in Google within a moment, each of which is pushed. */
export async function listsPerBurst(world: SyncWorld, changes: number): Promise<number> {
  const { google, database, app } = world;
  const { calendarId, add } = await world.connect();
  await renewChannel(app, calendarId);
  await syncCalendar(app, calendarId);
  await google.clearRequests();
  const begun = Date.now();
  // The clock stands still but for our steps, so that a slow machine makes no longer burst of it.
  world.stoppedAt = begun;
  for (const half of [0, 1]) {
    const before = world.pushesTaken;
    await Promise.all(Array.from({ length: changes / 2 }, (_, index) => add(Math.ceil(begun / DAY_MS) * DAY_MS + (half * (changes / 2) + index) * HOUR_MS)));
    await eventually("the pushes of this half", () => world.pushesTaken >= before + changes / 2, 60);
    await runJobs(app);
    world.stoppedAt += 1_500;
    await runJobs(app);
  }
  world.stoppedAt += 60_000;
  await runJobs(app);
  world.stoppedAt = null;
  const shown = await database.db.busyInterval.count({ where: { calendarId } });
  if (shown !== changes) throw new Error(`${shown} of ${changes} changes were taken in`);
  return (await google.requests()).filter(({ method, path }) => method === "GET" && path.includes("/events?")).length;
}
