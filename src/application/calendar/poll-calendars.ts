import type { AppContext } from "@/application/shared/context";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { readPause } from "./calendar-pause";
import { pushAddressOf } from "./push-address";

/**
 * Heals what was missed, once a minute: reads of calendars not read for a while, channels about to end, never opened or
 * leading to another address than ours is now, connections that were never started, lists of calendars a day old, events
 * left pending without a job, and events that stand where bookings no longer go; a refused event is offered again every
 * hour. At night (UTC), each at its own minute, calendars are compared with what we know of them. Work that waits already
 * is left alone, so that its backoff holds. Returns how many jobs were added.
 */
export async function pollCalendars(app: AppContext): Promise<number> {
  if (app.ports.calendar === null) return 0;
  const now = new Date(app.clock.now()).toISOString();
  const pause = readPause(app.config.calendarPollMinutes);
  const address = pushAddressOf(app.config.publicOrigin);
  const [row] = await app.db.$queryRaw<{ added: number }[]>`
    WITH read AS (
      SELECT calendar.*, greatest(calendar.last_read_at, calendar.last_error_at) AS tried_at
      FROM calendar JOIN calendar_connection AS connection ON connection.id = calendar.connection_id AND connection.status = 'ACTIVE' AND connection.access <> 'LINK'
      WHERE (reads_busy OR receives_bookings) AND gone_at IS NULL
    ), due AS (
      SELECT 'calendar.sync' AS name, json_build_object('calendarId', id) AS payload, coalesce(provider_id, organization_id) AS owner_id, 'sync:' || id AS key
      FROM read WHERE tried_at IS NULL OR tried_at < ${now}::timestamptz - make_interval(secs => ${pause.seconds} + abs(hashtext(id::text)) % ${pause.spreadSeconds})
      UNION ALL
      SELECT 'calendar.renew-channel', json_build_object('calendarId', id), coalesce(provider_id, organization_id), 'channel:' || id
      FROM read WHERE ${address !== null} AND (channel_expires_at IS NULL OR channel_expires_at < ${now}::timestamptz + interval '1 day' OR channel_address <> ${address})
        AND (channel_retry_at IS NULL OR channel_retry_at <= ${now}::timestamptz OR channel_address <> ${address})
      UNION ALL
      SELECT 'calendar.start-connection', json_build_object('connectionId', id), coalesce(provider_id, organization_id), 'start:' || id
      FROM calendar_connection AS connection
      WHERE status = 'ACTIVE' AND access <> 'LINK' AND NOT EXISTS (SELECT FROM calendar WHERE calendar.connection_id = connection.id)
        AND (last_error_at IS NULL OR last_error_at < ${now}::timestamptz - interval '5 minutes')
      UNION ALL
      SELECT 'calendar.push-event', json_build_object('seriesId', link.series_id), calendar.provider_id, 'push:' || link.series_id
      FROM calendar_event_link AS link
      JOIN calendar ON calendar.id = link.calendar_id
      JOIN calendar_connection AS connection ON connection.id = calendar.connection_id AND connection.status = 'ACTIVE'
      JOIN booking ON booking.id = link.booking_id AND booking.ends_at > ${now}::timestamptz
      WHERE (link.state = 'PENDING' AND link.updated_at < ${now}::timestamptz - interval '5 minutes')
        OR (link.state = 'FAILED' AND link.updated_at < ${now}::timestamptz - interval '1 hour')
      UNION ALL
      SELECT DISTINCT ON (calendar.provider_id) 'calendar.move-events', json_build_object('providerId', calendar.provider_id), calendar.provider_id, 'move:' || calendar.provider_id
      FROM calendar JOIN calendar AS target ON target.provider_id = calendar.provider_id AND target.receives_bookings AND target.id <> calendar.id
      JOIN calendar_event_link AS link ON link.calendar_id = calendar.id AND link.state <> 'REMOVED'
      JOIN booking ON booking.id = link.booking_id AND booking.ends_at > ${now}::timestamptz
      UNION ALL
      SELECT 'calendar.clear-leftover', json_build_object('leftoverId', leftover.id), calendar.provider_id, 'leftover:' || leftover.id
      FROM calendar_event_leftover AS leftover
      JOIN calendar ON calendar.id = leftover.calendar_id
      JOIN calendar_connection AS connection ON connection.id = calendar.connection_id AND connection.status <> 'RECONNECT_NEEDED'
      LEFT JOIN calendar_event_link AS link ON link.series_id = leftover.series_id
      WHERE leftover.created_at < ${now}::timestamptz - interval '1 minute' AND (link.id IS NULL OR link.state IN ('SYNCED', 'REMOVED') OR link.calendar_id = leftover.calendar_id)
      UNION ALL
      SELECT 'calendar.refresh-list', json_build_object('connectionId', id), coalesce(provider_id, organization_id), 'list:' || id
      FROM calendar_connection WHERE status = 'ACTIVE' AND access <> 'LINK' AND (listed_at IS NULL OR listed_at < ${now}::timestamptz - interval '1 day')
        AND (last_error_at IS NULL OR last_error_at < ${now}::timestamptz - interval '5 minutes')
      UNION ALL
      SELECT 'calendar.compare', json_build_object('calendarId', calendar.id), coalesce(calendar.provider_id, calendar.organization_id), 'compare:' || calendar.id
      FROM calendar JOIN calendar_connection AS connection ON connection.id = calendar.connection_id AND connection.status = 'ACTIVE' AND connection.access <> 'LINK'
      WHERE (reads_busy OR receives_bookings) AND gone_at IS NULL
        AND floor(extract(epoch FROM ${now}::timestamptz) / 60)::int % 1440 BETWEEN 60 + abs(hashtext(calendar.id::text)) % 180 AND 299
        AND NOT EXISTS (SELECT FROM calendar_comparison AS comparison WHERE comparison.calendar_id = calendar.id AND comparison.compared_at > ${now}::timestamptz - interval '12 hours')
    ), added AS (
      SELECT job.id FROM due, LATERAL graphile_worker.add_job(due.name, due.payload, 'calendar:' || due.owner_id, NULL, ${MAX_ATTEMPTS}::int, due.key) AS job
      WHERE NOT EXISTS (SELECT FROM graphile_worker.jobs AS waiting WHERE waiting.key = due.key AND waiting.attempts < waiting.max_attempts)
    )
    SELECT count(id)::int AS added FROM added`;
  return row?.added ?? 0;
}
