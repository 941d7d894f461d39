import { CLIENT_REFUSED_SENTENCE } from "@/application/calendar/explain-failure";
import type { AppContext } from "@/application/shared/context";

export interface HealthFigures {
  readonly workerSeenAt: Date | null;
  /** Processes that report and take no work. */
  readonly idleWorkers: number;
  readonly waitingJobs: number;
  readonly oldestDueAt: Date | null;
  readonly failingJobs: number;
  readonly givenUpJobs: number;
  readonly oldestUnsentAt: Date | null;
  readonly heldMessages: number;
  readonly failedMessagesToday: number;
  readonly sentMessagesToday: number;
  readonly stalestReadAt: Date | null;
  readonly readingCalendars: number;
  readonly reconnectsNeeded: number;
  readonly lastCalendarErrorAt: Date | null;
  readonly lastCalendarReadAt: Date | null;
  /** Google's latest answer about a calendar was that it does not accept the installation's credentials. */
  readonly isGoogleClientRefused: boolean;
  readonly listedProviders: number;
  readonly waitingChanges: number;
  readonly oldestChangeAt: Date | null;
  readonly databaseZoneSample: string;
}

/** One round trip: everything the health page says about state. Throws when the database cannot be reached. */
export async function readHealthFigures(app: AppContext): Promise<HealthFigures> {
  const now = new Date(app.clock.now());
  const { rows } = await app.pool.query<HealthFigures>(
    `SELECT
      (SELECT max(seen_at) FROM worker_process WHERE idle_since IS NULL) AS "workerSeenAt",
      (SELECT count(*)::int FROM worker_process WHERE idle_since IS NOT NULL AND seen_at > $1::timestamptz - interval '1 minute') AS "idleWorkers",
      (SELECT count(*)::int FROM graphile_worker.jobs WHERE run_at <= $1 AND attempts < max_attempts AND locked_at IS NULL) AS "waitingJobs",
      (SELECT min(run_at) FROM graphile_worker.jobs WHERE run_at <= $1 AND attempts = 0 AND locked_at IS NULL) AS "oldestDueAt",
      (SELECT count(*)::int FROM graphile_worker.jobs WHERE last_error IS NOT NULL AND attempts < max_attempts) AS "failingJobs",
      (SELECT count(*)::int FROM graphile_worker.jobs WHERE attempts >= max_attempts) AS "givenUpJobs",
      (SELECT min(greatest(created_at, held_until)) FROM message WHERE state IN ('QUEUED', 'SENDING') AND (held_until IS NULL OR held_until <= $1)) AS "oldestUnsentAt",
      (SELECT count(*)::int FROM message WHERE state = 'QUEUED' AND held_until > $1) AS "heldMessages",
      (SELECT count(*)::int FROM message WHERE state IN ('FAILED', 'EXPIRED') AND created_at > $1::timestamptz - interval '24 hours') AS "failedMessagesToday",
      (SELECT count(*)::int FROM message WHERE sent_at IS NOT NULL AND state <> 'FAILED' AND created_at > $1::timestamptz - interval '24 hours') AS "sentMessagesToday",
      (SELECT min(coalesce(c.last_read_at, n.connected_at)) FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id WHERE (c.reads_busy OR c.receives_bookings) AND n.status = 'ACTIVE' AND n.access <> 'LINK') AS "stalestReadAt",
      (SELECT count(*)::int FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id WHERE (c.reads_busy OR c.receives_bookings) AND n.status = 'ACTIVE' AND n.access <> 'LINK') AS "readingCalendars",
      (SELECT count(*)::int FROM calendar_connection WHERE status = 'RECONNECT_NEEDED') AS "reconnectsNeeded",
      (SELECT max(c.last_error_at) FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id WHERE n.access <> 'LINK') AS "lastCalendarErrorAt",
      (SELECT max(c.last_read_at) FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id WHERE n.access <> 'LINK') AS "lastCalendarReadAt",
      coalesce((SELECT c.last_error = $2 AND (c.last_read_at IS NULL OR c.last_read_at < c.last_error_at) FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id WHERE n.access <> 'LINK' AND c.last_error_at IS NOT NULL ORDER BY c.last_error_at DESC LIMIT 1), false) AS "isGoogleClientRefused",
      (SELECT count(*)::int FROM provider_listing) AS "listedProviders",
      (SELECT count(*)::int FROM opening_change) AS "waitingChanges",
      (SELECT min(noted_at) FROM opening_change) AS "oldestChangeAt",
      to_char(timestamptz '2026-12-15 20:00Z' AT TIME ZONE 'America/Vancouver', 'HH24:MI') AS "databaseZoneSample"`,
    [now, CLIENT_REFUSED_SENTENCE],
  );
  const [figures] = rows;
  if (figures === undefined) throw new Error("the health query gave no row");
  return figures;
}
