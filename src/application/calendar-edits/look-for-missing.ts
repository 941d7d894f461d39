import { calendarQueue } from "@/application/calendar/calendar-queue";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { Tx } from "@/platform/db";

/**
 * After a whole read: has the events of coming visits that it did not show looked at one by one. A whole read shows
 * nothing of what was deleted, and absence alone is never a cancellation.
 */
export async function lookForMissing(app: AppContext, tx: Tx, calendarId: string, seen: readonly string[]): Promise<void> {
  const missing = await tx.$queryRaw<{ seriesId: string; providerId: string }[]>`
    SELECT link.series_id AS "seriesId", booking.provider_id AS "providerId"
    FROM calendar_event_link AS link JOIN booking ON booking.id = link.booking_id
    WHERE link.calendar_id = ${calendarId}::uuid AND link.state = 'SYNCED' AND booking.ends_at > ${new Date(app.clock.now())}
      AND NOT EXISTS (SELECT FROM unnest(${[...seen]}::text[]) AS shown (event_id) WHERE shown.event_id = link.event_id)
      AND NOT EXISTS (SELECT FROM calendar_edit AS edit WHERE edit.series_id = link.series_id AND edit.state IN ('WAITING', 'ASKED'))`;
  for (const { seriesId, providerId } of missing) await enqueue(tx, "calendar.look-at-event", { seriesId }, { key: `look:${seriesId}`, queue: calendarQueue(providerId) });
}
