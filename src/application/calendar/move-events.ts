import type { AppContext } from "@/application/shared/context";
import { MAX_ATTEMPTS } from "@/application/shared/enqueue";
import { calendarQueue } from "./calendar-queue";

/** Rows of one statement: each brings a job, and a booking made meanwhile waits for none of them long. */
const BATCH = 200;

/**
 * Sends the events of a provider's coming visits after the calendar that receives bookings now: each is asked for there and
 * noted as left over where it stands, to be taken away once the new calendar has it. Repeatable; does nothing when all
 * stand where they should.
 */
export async function moveEvents(app: AppContext, providerId: string): Promise<void> {
  const now = new Date(app.clock.now());
  for (let moved = BATCH; moved === BATCH; ) {
    const [row] = await app.db.$queryRaw<{ moved: number }[]>`
      WITH target AS (
        SELECT calendar.id, connection.access <> 'SHARED' AS makes_meet FROM calendar JOIN calendar_connection AS connection ON connection.id = calendar.connection_id
        WHERE calendar.provider_id = ${providerId}::uuid AND calendar.receives_bookings AND connection.status <> 'DISCONNECTED'
      ), stray AS (
        SELECT link.id, link.series_id, link.calendar_id, link.event_id
        FROM calendar_event_link AS link JOIN booking ON booking.id = link.booking_id, target
        WHERE booking.provider_id = ${providerId}::uuid AND booking.ends_at > ${now} AND link.state <> 'REMOVED' AND link.calendar_id <> target.id
        ORDER BY booking.starts_at LIMIT ${BATCH} FOR UPDATE OF link
      ), left_over AS (
        INSERT INTO calendar_event_leftover (id, series_id, calendar_id, event_id)
        SELECT gen_random_uuid(), series_id, calendar_id, event_id FROM stray ON CONFLICT (series_id, calendar_id) DO NOTHING
      ), wanted_again AS (
        DELETE FROM calendar_event_leftover AS leftover USING stray, target WHERE leftover.series_id = stray.series_id AND leftover.calendar_id = target.id
      ), followed AS (
        UPDATE calendar_event_link AS link
        SET calendar_id = target.id, etag = NULL, synced_version = NULL, base_starts_at = NULL, base_ends_at = NULL, written_texts = NULL, state = 'PENDING', attempts = 0, last_error = NULL, updated_at = now()
        FROM stray, target WHERE link.id = stray.id
        RETURNING link.series_id
      ), asked_again AS (
        UPDATE meet_link SET state = 'PENDING', source = 'CALENDAR', last_error = NULL, updated_at = now()
        FROM followed, target WHERE target.makes_meet AND meet_link.series_id = followed.series_id AND meet_link.state <> 'READY'
      ), jobs AS (
        SELECT job.id FROM followed, LATERAL graphile_worker.add_job('calendar.push-event', json_build_object('seriesId', followed.series_id), ${calendarQueue(providerId)},
          NULL, ${MAX_ATTEMPTS}::int, 'push:' || followed.series_id) AS job
      )
      SELECT count(id)::int AS moved FROM jobs`;
    moved = row?.moved ?? 0;
  }
}
