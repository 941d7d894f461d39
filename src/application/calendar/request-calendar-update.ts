import { uuidv7 } from "uuidv7";
import type { BookingStatus, VisitMode } from "@/application/shared/common-schemas";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { hasEvent } from "@/domain/calendar-sync/plan-push";
import type { Tx } from "@/platform/db";

export interface CalendarUpdateRequest {
  readonly id: string;
  readonly seriesId: string;
  readonly providerId: string;
  readonly status: BookingStatus;
  readonly mode: VisitMode;
  readonly version: number;
}

/**
 * Sees to it, once the caller's transaction commits, that the provider's Google Calendar says what the booking says.
 * One statement. `awaitsMeetLink` is true while an online visit's Meet link is still being made. Without a connected
 * Google account there is nothing to wait for: the link is recorded as failed, in words.
 */
export async function requestCalendarUpdate(tx: Tx, booking: CalendarUpdateRequest): Promise<{ awaitsMeetLink: boolean }> {
  if (!hasEvent(booking.status)) {
    await requestRemoval(tx, booking);
    return { awaitsMeetLink: false };
  }
  const needsMeet = booking.mode === "ONLINE" && booking.status === "CONFIRMED";
  // LATERAL, with the row's own id in the arguments: the job is added only when its row was written.
  const [row] = await tx.$queryRaw<{ awaitsMeetLink: boolean }[]>`
    WITH target AS (
      SELECT calendar.id AS calendar_id
      FROM calendar_connection AS connection
      LEFT JOIN calendar ON calendar.connection_id = connection.id AND calendar.receives_bookings
      WHERE connection.provider_id = ${booking.providerId}::uuid AND connection.status <> 'DISCONNECTED'
      ORDER BY calendar.id NULLS LAST
      LIMIT 1
    ), link AS (
      INSERT INTO calendar_event_link (id, series_id, booking_id, calendar_id, event_id, state)
      SELECT ${uuidv7()}::uuid, ${booking.seriesId}::uuid, ${booking.id}::uuid, calendar_id, ${eventIdOf(booking.seriesId)}, 'PENDING'
      FROM target WHERE calendar_id IS NOT NULL
      ON CONFLICT (series_id) DO UPDATE SET
        booking_id = EXCLUDED.booking_id, state = 'PENDING', attempts = 0, last_error = NULL, updated_at = now(),
        calendar_id = COALESCE(calendar_event_link.calendar_id, EXCLUDED.calendar_id)
      RETURNING series_id
    ), meet AS (
      INSERT INTO meet_link (series_id, state, source, last_error)
      SELECT ${booking.seriesId}::uuid,
        (CASE WHEN EXISTS (SELECT FROM target) THEN 'PENDING' ELSE 'FAILED' END)::meet_state,
        (CASE WHEN EXISTS (SELECT FROM link) OR NOT EXISTS (SELECT FROM target) THEN 'CALENDAR' ELSE 'SPACE' END)::meet_source,
        CASE WHEN EXISTS (SELECT FROM target) THEN NULL ELSE 'No Google account is connected, so no Meet link could be made.' END
      WHERE ${needsMeet}
      ON CONFLICT (series_id) DO UPDATE SET state = EXCLUDED.state, source = EXCLUDED.source, last_error = EXCLUDED.last_error, updated_at = now()
      WHERE meet_link.state <> 'READY'
      RETURNING series_id, state, source
    ), jobs AS (
      SELECT job.id FROM link, LATERAL graphile_worker.add_job('calendar.push-event', json_build_object('seriesId', link.series_id), ${`calendar:${booking.providerId}`},
        NULL, ${MAX_ATTEMPTS}::int, 'push:' || link.series_id) AS job
      UNION ALL
      SELECT job.id FROM meet, LATERAL graphile_worker.add_job('meet.create-space', json_build_object('seriesId', meet.series_id), ${`calendar:${booking.providerId}`},
        NULL, ${MAX_ATTEMPTS}::int, 'space:' || meet.series_id) AS job
      WHERE meet.state = 'PENDING' AND meet.source = 'SPACE'
    )
    SELECT EXISTS (SELECT FROM meet WHERE state = 'PENDING') AS "awaitsMeetLink", (SELECT count(id)::int FROM jobs) AS "jobs"`;
  return { awaitsMeetLink: row?.awaitsMeetLink ?? false };
}

/** Asks for the event to be taken away, when there may be one. */
async function requestRemoval(tx: Tx, booking: CalendarUpdateRequest): Promise<void> {
  await tx.$queryRaw`
    WITH link AS (
      UPDATE calendar_event_link SET booking_id = ${booking.id}::uuid, state = 'PENDING', attempts = 0, last_error = NULL, updated_at = now(),
        calendar_id = COALESCE(calendar_id, (SELECT id FROM calendar WHERE provider_id = ${booking.providerId}::uuid AND receives_bookings))
      WHERE series_id = ${booking.seriesId}::uuid AND state <> 'REMOVED'
      RETURNING series_id
    ), jobs AS (
      SELECT job.id FROM link, LATERAL graphile_worker.add_job('calendar.push-event', json_build_object('seriesId', link.series_id), ${`calendar:${booking.providerId}`},
        NULL, ${MAX_ATTEMPTS}::int, 'push:' || link.series_id) AS job
    )
    SELECT count(id)::int AS "jobs" FROM jobs`;
}
