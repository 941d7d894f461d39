import { readFile } from "node:fs/promises";
import { commitPage, type PageTarget } from "@/application/calendar/commit-page";
import { ingestBusy, type BusyRow } from "@/application/calendar/ingest-busy";
import type { RemoteEvent } from "@/application/shared/ports";
import type { Tx } from "@/platform/db";
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

/** The same path to the database as ours takes. */
export async function bareIngest(tx: Tx, calendarId: string, rows: readonly BusyRow[]): Promise<void> {
  await tx.$executeRawUnsafe(BARE_SQL, calendarId, rows.map((row) => row.externalEventId), rows.map((row) => row.startsAt), rows.map((row) => row.endsAt), rows.map((row) => row.kind));
}

/** Milliseconds that one server process of PostgreSQL has computed; not a number where the system does not tell, as Linux does. */
const computedMs = (pid: number): Promise<number> => readFile(`/proc/${pid}/schedstat`, "utf8").then((text) => Number(text.split(" ")[0]) / 1_000_000, () => Number.NaN);

/** How long a statement took, and how much of it the database computed: others on the machine change the one and hardly the other. */
function measured({ database }: SyncWorld, statement: (tx: Tx) => Promise<void>): Promise<{ ms: number; computed: number }> {
  return database.db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    const before = await computedMs(row?.pid ?? 0);
    const ms = await timed(() => statement(tx));
    return { ms, computed: (await computedMs(row?.pid ?? 0)) - before };
  }, { timeout: 60_000 });
}

async function freshTarget({ database }: SyncWorld, connect: SyncWorld["connect"]): Promise<PageTarget> {
  const { calendarId } = await connect();
  return database.db.calendar.findUniqueOrThrow({ where: { id: calendarId }, select: { id: true, providerId: true, organizationId: true, connectionId: true, externalId: true, timeZone: true, readsBusy: true, busyKinds: true, syncToken: true, generation: true } });
}

type Measures = { ms: number; computed: number }[];

export interface Comparison {
  readonly figure: string;
  readonly ours: number;
  readonly theirs: number;
  /** What the database computed for ours beside what it computed for theirs. */
  readonly computed: number;
}

const middle = (of: Measures, what: "ms" | "computed") => median(of.map((one) => one[what]));
const compared = (figure: string, ours: Measures, theirs: Measures): Comparison => ({ figure, ours: middle(ours, "ms"), theirs: middle(theirs, "ms"), computed: middle(ours, "computed") / middle(theirs, "computed") });

/** A page of `count` events: the one statement, and the whole commit of the page, against the bare statement; turn by turn. */
export async function ingestSpeed(world: SyncWorld, count: number, rounds: number): Promise<Comparison[]> {
  const { database, app } = world;
  await database.pool.query("CREATE TABLE IF NOT EXISTS bare_busy (calendar_id uuid, event_id text, starts_at timestamptz, ends_at timestamptz, kind text, PRIMARY KEY (calendar_id, event_id))");
  const events = remoteEvents(0, count);
  const rows = rowsOf(events);
  const longer = rows.map((row) => ({ ...row, endsAt: row.endsAt + 60_000 }));
  const bare: Measures = [];
  const bareAgain: Measures = [];
  const fresh: Measures = [];
  const changed: Measures = [];
  const same: Measures = [];
  const pages: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const target = await freshTarget(world, world.connect);
    const whole = await freshTarget(world, world.connect);
    const ingest = (upserts: readonly BusyRow[]) => measured(world, (tx) => ingestBusy(tx, target, { upserts, removals: [], retiredSeries: [] }));
    bare.push(await measured(world, (tx) => bareIngest(tx, target.id, rows)));
    fresh.push(await ingest(rows));
    bareAgain.push(await measured(world, (tx) => bareIngest(tx, target.id, longer)));
    changed.push(await ingest(longer));
    same.push(await ingest(longer));
    pages.push(await timed(() => commitPage(app, whole, events, { seen: [], eventsSoFar: count, finish: { syncToken: "token", previousToken: null, startedAt: Date.now() } })));
  }
  const many = count === 1 ? "one event" : `${count.toLocaleString("en")} events`;
  return [
    compared(`${many}, new: the statement (ms)`, fresh, bare),
    compared(`${many}, all changed (ms)`, changed, bareAgain),
    compared(`${many}, all as before (ms)`, same, bareAgain),
    { figure: `${many}, new: the whole commit of the page (ms)`, ours: median(pages), theirs: middle(bare, "ms"), computed: Number.NaN },
  ];
}
