import { commitPage, type PageTarget } from "@/application/calendar/commit-page";
import { ingestBusy, type BusyRow } from "@/application/calendar/ingest-busy";
import type { RemoteEvent } from "@/application/shared/ports";
import { median, timed } from "../booking/timing";
import type { SyncWorld } from "./sync-world";

const FIRST = Date.UTC(2026, 10, 24);

/** Events of half an hour, one an hour, as Google lists them. */
export const remoteEvents = (from: number, count: number): RemoteEvent[] =>
  Array.from({ length: count }, (_, index) => ({
    eventId: `event${String(from + index).padStart(20, "0")}`, etag: `"${from + index}"`, status: "confirmed",
    start: { kind: "instant", at: FIRST + (from + index) * 3_600_000 }, end: { kind: "instant", at: FIRST + (from + index) * 3_600_000 + 1_800_000 },
    isTransparent: false, eventType: "default", ownResponse: null, hasDeclined: false, recurringEventId: null, seriesId: null, bookingId: null, bookingVersion: null, written: null, meet: null, updatedAt: null,
  }));

const rowsOf = (events: readonly RemoteEvent[]): BusyRow[] =>
  events.flatMap(({ eventId, start, end }) => (start?.kind === "instant" && end?.kind === "instant" ? [{ externalEventId: eventId, startsAt: start.at, endsAt: end.at, kind: "default" }] : []));

/** One statement into a table with a primary key and nothing else. */
const BARE_SQL = `INSERT INTO bare_busy SELECT $1::uuid, event_id, to_timestamp(starts_ms / 1000.0), to_timestamp(ends_ms / 1000.0), kind
  FROM unnest($2::text[], $3::float8[], $4::float8[], $5::text[]) AS shown (event_id, starts_ms, ends_ms, kind)
  ON CONFLICT (calendar_id, event_id) DO UPDATE SET starts_at = EXCLUDED.starts_at, ends_at = EXCLUDED.ends_at, kind = EXCLUDED.kind`;

export async function bareIngest({ database }: SyncWorld, calendarId: string, rows: readonly BusyRow[]): Promise<void> {
  await database.pool.query({ name: "bare-ingest", text: BARE_SQL, values: [calendarId, rows.map((row) => row.externalEventId), rows.map((row) => row.startsAt), rows.map((row) => row.endsAt), rows.map((row) => row.kind)] });
}

async function freshTarget({ database }: SyncWorld, connect: SyncWorld["connect"]): Promise<PageTarget> {
  const { calendarId } = await connect();
  return database.db.calendar.findUniqueOrThrow({ where: { id: calendarId }, select: { id: true, providerId: true, organizationId: true, connectionId: true, externalId: true, timeZone: true, readsBusy: true, busyKinds: true, syncToken: true } });
}

interface Comparison {
  readonly figure: string;
  readonly ours: number;
  readonly theirs: number;
}

/** A page of `count` events: the one statement, and the whole commit of the page, against the bare statement; turn by turn. */
export async function ingestSpeed(world: SyncWorld, count: number, rounds: number): Promise<Comparison[]> {
  const { database, app } = world;
  await database.pool.query("CREATE TABLE IF NOT EXISTS bare_busy (calendar_id uuid, event_id text, starts_at timestamptz, ends_at timestamptz, kind text, PRIMARY KEY (calendar_id, event_id))");
  const events = remoteEvents(0, count);
  const rows = rowsOf(events);
  const longer = rows.map((row) => ({ ...row, endsAt: row.endsAt + 60_000 }));
  const times = { bare: [] as number[], bareAgain: [] as number[], statement: [] as number[], same: [] as number[], changed: [] as number[], page: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    const target = await freshTarget(world, world.connect);
    const whole = await freshTarget(world, world.connect);
    const ingest = (upserts: readonly BusyRow[]) => database.db.$transaction((tx) => ingestBusy(tx, target, { upserts, removals: [], retiredSeries: [] }));
    times.bare.push(await timed(() => bareIngest(world, target.id, rows)));
    times.statement.push(await timed(() => ingest(rows)));
    times.bareAgain.push(await timed(() => bareIngest(world, target.id, longer)));
    times.changed.push(await timed(() => ingest(longer)));
    times.same.push(await timed(() => ingest(longer)));
    times.page.push(await timed(() => commitPage(app, whole, events, { seen: [], eventsSoFar: count, finish: { syncToken: "token", previousToken: null } })));
  }
  const many = count === 1 ? "one event" : `${count.toLocaleString("en")} events`;
  return [
    { figure: `${many}, new: the statement (ms)`, ours: median(times.statement), theirs: median(times.bare) },
    { figure: `${many}, all changed (ms)`, ours: median(times.changed), theirs: median(times.bareAgain) },
    { figure: `${many}, all as before (ms)`, ours: median(times.same), theirs: median(times.bareAgain) },
    { figure: `${many}, new: the whole commit of the page (ms)`, ours: median(times.page), theirs: median(times.bare) },
  ];
}
