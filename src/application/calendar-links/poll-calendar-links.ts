import type { AppContext } from "@/application/shared/context";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { LINK_JITTER_SECONDS, LINK_PAUSE_SECONDS } from "./link-pause";

/** Asks for the calendars by link that are due, once a minute. What waits already keeps its own time. Returns how many jobs were added. */
export async function pollCalendarLinks(app: AppContext): Promise<number> {
  if (app.ports.calendarLink === null) return 0;
  const now = new Date(app.clock.now()).toISOString();
  const [row] = await app.db.$queryRaw<{ added: number }[]>`
    WITH due AS (
      SELECT calendar.id, coalesce(calendar.provider_id, calendar.organization_id) AS owner_id, greatest(calendar.last_read_at, calendar.last_error_at) AS tried_at
      FROM calendar JOIN calendar_connection AS connection ON connection.id = calendar.connection_id
      WHERE connection.access = 'LINK' AND connection.status = 'ACTIVE' AND calendar.reads_busy
    ), added AS (
      SELECT job.id FROM due, LATERAL graphile_worker.add_job('calendar.sync', json_build_object('calendarId', due.id), 'calendar:' || due.owner_id, NULL, ${MAX_ATTEMPTS}::int, 'sync:' || due.id) AS job
      WHERE (due.tried_at IS NULL OR due.tried_at < ${now}::timestamptz - make_interval(secs => ${LINK_PAUSE_SECONDS} + abs(hashtext(due.id::text)) % ${LINK_JITTER_SECONDS}))
        AND NOT EXISTS (SELECT FROM graphile_worker.jobs AS waiting WHERE waiting.key = 'sync:' || due.id AND waiting.attempts < waiting.max_attempts)
    )
    SELECT count(id)::int AS added FROM added`;
  return row?.added ?? 0;
}
