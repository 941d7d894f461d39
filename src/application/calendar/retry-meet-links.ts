import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { requestCalendarUpdate } from "./request-calendar-update";

const MOST_AT_ONCE = 50;

/**
 * Asks again, by itself, for the Meet links of coming visits that failed or were forgotten: every ten minutes in the last
 * two hours, hourly on the last day, else twice a day. Only where an account can answer. Returns how many were asked for.
 */
export async function retryMeetLinks(app: AppContext): Promise<number> {
  if (app.ports.calendar === null) return 0;
  const now = new Date(app.clock.now()).toISOString();
  const due = await app.db.$queryRaw<{ seriesId: string }[]>`
    SELECT booking.series_id AS "seriesId"
    FROM meet_link AS link JOIN booking ON booking.series_id = link.series_id AND booking.status = 'CONFIRMED' AND booking.mode = 'ONLINE' AND booking.ends_at > ${now}::timestamptz
    WHERE link.state <> 'READY'
      AND link.updated_at < ${now}::timestamptz - CASE
        WHEN booking.starts_at < ${now}::timestamptz + interval '2 hours' THEN interval '10 minutes'
        WHEN booking.starts_at < ${now}::timestamptz + interval '1 day' THEN interval '1 hour'
        ELSE interval '12 hours' END
      AND EXISTS (SELECT FROM calendar_connection AS connection WHERE connection.provider_id = booking.provider_id AND connection.access <> 'LINK' AND connection.status = 'ACTIVE')
    ORDER BY booking.starts_at LIMIT ${MOST_AT_ONCE}`;
  for (const booking of due) await inTransaction(app, (tx) => requestCalendarUpdate(tx, booking));
  return due.length;
}
