import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { syncCalendar } from "@/application/calendar/sync-calendar";
import type { CalendarPort } from "@/application/shared/ports";
import { timed } from "../booking/timing";
import { bareIngest, remoteEvents } from "./ingest-speed";
import type { SyncWorld } from "./sync-world";

const PAGE = 2_500;
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

export interface ImportRate {
  readonly events: number;
  readonly ours: number;
  readonly theirs: number;
  /** Memory in use between two pages beyond that before the first, in bytes: after a collection, the most. */
  readonly heldBytes: number;
}

/** A first read of `total` events that Google gives without delay, in events a second, against bare statements of as many rows. */
export async function importRate(world: SyncWorld, total: number): Promise<ImportRate> {
  const { app, database } = world;
  const { calendarId } = await world.connect();
  const pages = total / PAGE;
  let before = 0;
  let heldBytes = 0;
  let pausedMs = 0;
  const listEvents: CalendarPort["listEvents"] = async (_accessToken, _calendarId, query) => {
    const page = query.pageToken === undefined ? 0 : Number(query.pageToken);
    pausedMs += await timed(async () => {
      collect();
      if (page === 0) before = process.memoryUsage().heapUsed;
      else heldBytes = Math.max(heldBytes, process.memoryUsage().heapUsed - before);
    });
    let events: ReturnType<typeof remoteEvents> = [];
    // Making them up is not the import's work.
    pausedMs += await timed(async () => void (events = remoteEvents(page * PAGE, PAGE)));
    return { events, nextPageToken: page + 1 < pages ? String(page + 1) : null, nextSyncToken: page + 1 < pages ? null : "token", timeZone: "UTC" };
  };
  const calendar = app.ports.calendar;
  if (calendar === null) throw new Error("no calendar port");
  const ms = await timed(() => syncCalendar({ ...app, ports: { ...app.ports, calendar: { ...calendar, listEvents } } }, calendarId));
  const read = await database.db.busyInterval.count({ where: { calendarId } });
  if (read !== total) throw new Error(`${read} of ${total} events were taken in`);
  let bareMs = 0;
  for (let page = 0; page < pages; page += 1) {
    const rows = remoteEvents(page * PAGE, PAGE).flatMap(({ eventId, start, end }) => (start?.kind === "instant" && end?.kind === "instant" ? [{ externalEventId: eventId, startsAt: start.at, endsAt: end.at, kind: "default" }] : []));
    bareMs += await timed(() => database.db.$transaction((tx) => bareIngest(tx, crypto.randomUUID(), rows)));
  }
  return { events: total, ours: (total / (ms - pausedMs)) * 1_000, theirs: (total / bareMs) * 1_000, heldBytes };
}
