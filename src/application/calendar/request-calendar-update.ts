import { uuidv7 } from "uuidv7";
import type { BookingStatus, VisitMode } from "@/application/shared/common-schemas";
import { Changes } from "@/application/shared/changes";
import { MAX_ATTEMPTS, type JobName } from "@/application/shared/enqueue";
import { sqlOf } from "@/application/shared/sql";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { Prisma } from "@/generated/prisma/client";
import { hasEvent } from "@/domain/calendar-sync/plan-push";
import type { Tx } from "@/platform/db";
import { calendarQueue } from "./calendar-queue";

export interface CalendarUpdateRequest {
  readonly id: string;
  readonly seriesId: string;
  readonly providerId: string;
  readonly status: BookingStatus;
  readonly mode: VisitMode;
  readonly version: number;
}

/** SQL: whether a provider has a Google account to ask for a Meet link. `providerId` is a column or a parameter. */
export const hasCalendarAccount = (providerId: string) => `EXISTS (SELECT FROM calendar_connection WHERE provider_id = ${providerId} AND access IN ('CONSENT', 'DELEGATED') AND status <> 'DISCONNECTED')`;

/**
 * The same at once, in the caller's transaction, for the row that is the series' current one now: what a caller has read may
 * have been moved since. `awaitsMeetLink` is true while an online visit's Meet link is still being made.
 */
export async function requestCalendarUpdate(tx: Tx, { seriesId }: Pick<CalendarUpdateRequest, "seriesId">): Promise<{ awaitsMeetLink: boolean }> {
  const booking = await lockCurrent(tx, seriesId);
  const changes = new Changes();
  planCalendarUpdate(changes, booking);
  if (hasEvent(booking.status)) changes.answer("awaitsMeetLink", Prisma.sql`EXISTS (SELECT FROM meet WHERE state = 'PENDING')`);
  const answers = await changes.flush<{ awaitsMeetLink?: boolean }>(sqlOf(tx));
  return { awaitsMeetLink: answers?.awaitsMeetLink ?? false };
}

/**
 * The current row of a series. Whoever makes another row the current one writes the link as well, so that the link's lock
 * keeps the row current; the row itself is locked only where there is no link yet, because a move locks row and link in this order.
 */
async function lockCurrent(tx: Tx, seriesId: string): Promise<CalendarUpdateRequest> {
  const links = await tx.$queryRaw<unknown[]>`SELECT id FROM calendar_event_link WHERE series_id = ${seriesId}::uuid FOR UPDATE`;
  // A second statement: whoever waited for a lock must see what was committed meanwhile.
  const look = async () =>
    (await tx.$queryRaw<CalendarUpdateRequest[]>`
      SELECT id, series_id AS "seriesId", provider_id AS "providerId", status::text AS status, mode::text AS mode, version
      FROM booking WHERE series_id = ${seriesId}::uuid AND status <> 'RESCHEDULED' ${links.length === 0 ? Prisma.sql`FOR UPDATE` : Prisma.empty}`)[0];
  const current = (await look()) ?? (await look());
  if (current === undefined) throw new Error("a series without a current booking");
  return current;
}

/**
 * Sees to it, once the changes are committed, that the provider's Google Calendar says what the booking says. Without a
 * connected Google account there is no Meet link to wait for: it is recorded as failed, in words.
 */
export function planCalendarUpdate(changes: Changes, booking: CalendarUpdateRequest): void {
  if (!hasEvent(booking.status)) return planRemoval(changes, booking);
  const needsMeet = booking.mode === "ONLINE" && booking.status === "CONFIRMED";
  changes.write("calendar_target", Prisma.sql`
    SELECT calendar.id AS calendar_id, connection.access <> 'SHARED' AS makes_meet
    FROM calendar_connection AS connection
    LEFT JOIN calendar ON calendar.connection_id = connection.id AND calendar.receives_bookings
    WHERE connection.provider_id = ${booking.providerId}::uuid AND connection.access <> 'LINK' AND connection.status <> 'DISCONNECTED'
    ORDER BY calendar.id NULLS LAST, makes_meet DESC
    LIMIT 1`);
  // A service account may not make Meet links on what is shared with it; another account of the provider may.
  changes.write("meet_place", Prisma.sql`
    SELECT CASE
      WHEN EXISTS (SELECT FROM calendar_target WHERE makes_meet AND calendar_id IS NOT NULL) THEN 'CALENDAR'
      WHEN EXISTS (SELECT FROM calendar_connection WHERE provider_id = ${booking.providerId}::uuid AND access IN ('CONSENT', 'DELEGATED') AND status <> 'DISCONNECTED') THEN 'SPACE'
    END AS source`);
  changes.write("event_link", Prisma.sql`
    INSERT INTO calendar_event_link (id, series_id, booking_id, calendar_id, event_id, state)
    SELECT ${uuidv7()}::uuid, ${booking.seriesId}::uuid, ${booking.id}::uuid, calendar_id, ${eventIdOf(booking.seriesId)}, 'PENDING'
    FROM calendar_target WHERE calendar_id IS NOT NULL
    ON CONFLICT (series_id) DO UPDATE SET
      booking_id = EXCLUDED.booking_id, state = 'PENDING', attempts = 0, last_error = NULL, updated_at = now(),
      calendar_id = COALESCE(calendar_event_link.calendar_id, EXCLUDED.calendar_id)
    RETURNING series_id`);
  changes.write("meet", Prisma.sql`
    INSERT INTO meet_link (series_id, state, source, last_error)
    SELECT ${booking.seriesId}::uuid,
      (CASE WHEN source IS NULL THEN 'FAILED' ELSE 'PENDING' END)::meet_state,
      coalesce(source, 'CALENDAR')::meet_source,
      CASE WHEN source IS NOT NULL THEN NULL
        WHEN EXISTS (SELECT FROM calendar_target) THEN 'A calendar that is shared with the service account cannot make Meet links. Connect a Google account too, or have its domain allow acting in your name.'
        ELSE 'No Google account is connected, so no Meet link could be made.' END
    FROM meet_place WHERE ${needsMeet}
    ON CONFLICT (series_id) DO UPDATE SET state = EXCLUDED.state, source = EXCLUDED.source, last_error = EXCLUDED.last_error, updated_at = now()
    WHERE meet_link.state <> 'READY'
    RETURNING series_id, state, source`);
  addWork(changes, "calendar.push-event", "push:", booking, Prisma.sql`EXISTS (SELECT FROM event_link)`);
  addWork(changes, "meet.create-space", "space:", booking, Prisma.sql`EXISTS (SELECT FROM meet WHERE state = 'PENDING' AND source = 'SPACE')`);
}

/** Asks for the event to be taken away, when there may be one. */
function planRemoval(changes: Changes, booking: CalendarUpdateRequest): void {
  changes.write("event_link", Prisma.sql`
    UPDATE calendar_event_link SET booking_id = ${booking.id}::uuid, state = 'PENDING', attempts = 0, last_error = NULL, updated_at = now(),
      calendar_id = COALESCE(calendar_id, (SELECT id FROM calendar WHERE provider_id = ${booking.providerId}::uuid AND receives_bookings))
    WHERE series_id = ${booking.seriesId}::uuid AND state <> 'REMOVED'
    RETURNING series_id`);
  addWork(changes, "calendar.push-event", "push:", booking, Prisma.sql`EXISTS (SELECT FROM event_link)`);
}

/** Work on the whole series, wanted only when the rows it is about were written. */
function addWork(changes: Changes, identifier: JobName, prefix: string, { seriesId, providerId }: CalendarUpdateRequest, when: Prisma.Sql): void {
  changes.addJob({ identifier, payload: { seriesId }, queue_name: calendarQueue(providerId), run_at: null, max_attempts: MAX_ATTEMPTS, job_key: `${prefix}${seriesId}` }, when);
}
