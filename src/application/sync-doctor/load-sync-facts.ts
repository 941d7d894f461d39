import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { ownerIdOf } from "@/application/calendar/calendar-queue";
import type { SyncFacts } from "@/domain/calendar-sync/diagnose-sync";
import type { Calendar, CalendarConnection } from "@/generated/prisma/client";
import { findComparisons, type Comparison } from "./find-comparisons";

export interface QueueRow {
  readonly providerId: string;
  readonly waiting: number;
  readonly failing: number;
  readonly refused: number;
  readonly oldestWaitingAt: Date | null;
  readonly lastWrittenAt: Date | null;
  readonly lastError: string | null;
}

interface RequestRow {
  readonly providerId: string;
  readonly waiting: number;
  readonly clashing: number;
  readonly oldestWaitingAt: Date | null;
}

const NO_REQUESTS: OwnerSync["requests"] = { waiting: 0, clashing: 0, oldestWaitingAt: null };

export type ConnectionWithCalendars = CalendarConnection & { calendars: Calendar[] };
type Comparisons = ReadonlyMap<string, Comparison>;

export interface OwnerSync {
  /** A provider, or an organization whose calendars count for its providers. */
  readonly owner: { readonly id: string; readonly name: string; readonly isProvider: boolean };
  readonly connections: readonly ConnectionWithCalendars[];
  readonly queue: Omit<QueueRow, "providerId">;
  readonly requests: Omit<RequestRow, "providerId">;
  /** The latest of each calendar, by its id. */
  readonly comparisons: Comparisons;
  /** The same, as the diagnosis reads it. */
  readonly facts: SyncFacts;
}

const QUIET: Omit<QueueRow, "providerId"> = { waiting: 0, failing: 0, refused: 0, oldestWaitingAt: null, lastWrittenAt: null, lastError: null };

/** Everything the doctor looks at, for some providers or (null) every owner of an account, in their order by name. */
export async function loadSyncFacts(app: AppContext, providerIds: readonly string[] | null): Promise<OwnerSync[]> {
  const connections = await app.db.calendarConnection.findMany({
    where: { access: { not: "LINK" }, status: { not: "DISCONNECTED" }, ...(providerIds !== null && { providerId: { in: [...providerIds] } }) },
    include: { calendars: { orderBy: [{ receivesBookings: "desc" }, { name: "asc" }] }, provider: { select: { name: true } }, organization: { select: { name: true } } },
    orderBy: { connectedAt: "asc" },
  });
  const owners = new Map(connections.map((connection) => [ownerIdOf(connection), { name: (connection.provider ?? connection.organization)?.name ?? "", isProvider: connection.providerId !== null }]));
  const [queues, requests, comparisons] = await Promise.all([
    loadQueues(app, [...owners.keys()]),
    loadRequests(app, [...owners.keys()]),
    findComparisons(app.db, connections.flatMap(({ calendars }) => calendars.map(({ id }) => id))),
  ]);
  return [...owners]
    .map(([id, owner]) => {
      const own = connections.filter((connection) => ownerIdOf(connection) === id);
      const queue = queues.get(id) ?? QUIET;
      const awaited = requests.get(id) ?? NO_REQUESTS;
      return {
        owner: { id, ...owner }, connections: own, queue, requests: awaited, comparisons,
        facts: {
          receivesBookings: owner.isProvider, connections: own.map((connection) => toFacts(connection, comparisons)),
          queue: { ...queue, oldestWaitingAt: queue.oldestWaitingAt?.getTime() ?? null }, requests: { ...awaited, oldestWaitingAt: awaited.oldestWaitingAt?.getTime() ?? null },
        },
      };
    })
    .toSorted((a, b) => a.owner.name.localeCompare(b.owner.name));
}

async function loadQueues(app: AppContext, providerIds: readonly string[]): Promise<ReadonlyMap<string, QueueRow>> {
  const rows = await readSql(app)<QueueRow>(
    `SELECT b.provider_id AS "providerId",
       count(*) FILTER (WHERE l.state = 'PENDING' AND l.attempts = 0)::int AS waiting,
       count(*) FILTER (WHERE l.state = 'PENDING' AND l.attempts > 0)::int AS failing,
       count(*) FILTER (WHERE l.state = 'FAILED')::int AS refused,
       min(l.updated_at) FILTER (WHERE l.state = 'PENDING' AND l.attempts = 0) AS "oldestWaitingAt",
       max(l.updated_at) FILTER (WHERE l.state IN ('SYNCED', 'REMOVED')) AS "lastWrittenAt",
       (array_agg(l.last_error ORDER BY l.updated_at DESC) FILTER (WHERE l.last_error IS NOT NULL AND l.state IN ('PENDING', 'FAILED')))[1] AS "lastError"
     FROM calendar_event_link l JOIN booking b ON b.id = l.booking_id
     WHERE b.provider_id = ANY($1::uuid[]) AND b.ends_at > $2::timestamptz
     GROUP BY b.provider_id`,
    [providerIds, new Date(app.clock.now()).toISOString()],
  );
  return new Map(rows.map((row) => [row.providerId, row]));
}

/** Coming requests that were taken while a calendar did not answer. */
async function loadRequests(app: AppContext, providerIds: readonly string[]): Promise<ReadonlyMap<string, RequestRow>> {
  const rows = await readSql(app)<RequestRow>(
    `SELECT provider_id AS "providerId",
       count(*) FILTER (WHERE calendar_wait = 'WAITING')::int AS waiting,
       count(*) FILTER (WHERE calendar_wait = 'CLASH')::int AS clashing,
       min(calendar_wait_since) FILTER (WHERE calendar_wait = 'WAITING') AS "oldestWaitingAt"
     FROM booking WHERE provider_id = ANY($1::uuid[]) AND status = 'PENDING' AND calendar_wait IS NOT NULL
     GROUP BY provider_id`,
    [providerIds],
  );
  return new Map(rows.map((row) => [row.providerId, row]));
}

/** Differences that wait to be mended, and how many of them are edits made in Google. */
export function countDifferences(comparison: Comparison | undefined): { differences: number; edits: number } {
  if (comparison === undefined || comparison.mendedAt !== null) return { differences: 0, edits: 0 };
  return { differences: comparison.found, edits: comparison.differences.filter(({ isEdit }) => isEdit).length };
}

const toFacts = ({ id, accountEmail, status, lastError, calendars }: ConnectionWithCalendars, comparisons: Comparisons): SyncFacts["connections"][number] => ({
  id,
  accountEmail,
  isActive: status === "ACTIVE",
  lastError,
  calendars: calendars.map((calendar) => ({
    id: calendar.id,
    name: calendar.name,
    readsBusy: calendar.readsBusy,
    receivesBookings: calendar.receivesBookings,
    lastReadAt: calendar.lastReadAt?.getTime() ?? null,
    firstReadEvents: calendar.firstReadEvents,
    lastErrorAt: calendar.lastErrorAt?.getTime() ?? null,
    lastError: calendar.lastError,
    channelExpiresAt: calendar.channelId === null ? null : (calendar.channelExpiresAt?.getTime() ?? null),
    ...countDifferences(comparisons.get(calendar.id)),
  })),
});
