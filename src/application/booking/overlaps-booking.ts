import type { Sql } from "@/application/shared/sql";
import type { BlockedSpan } from "@/domain/booking/blocked-span";

const SQL = `
  SELECT EXISTS (SELECT FROM booking
    WHERE provider_id = $1::uuid AND status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') AND (status <> 'HELD' OR hold_expires_at > $4::timestamptz)
      AND tstzrange(blocked_from, blocked_to) && tstzrange($2::timestamptz, $3::timestamptz) AND ($5::uuid IS NULL OR series_id <> $5::uuid)) AS overlaps`;

/** Whether another booking of the provider takes any of a span, buffers included: what makes an override an overbooking. */
export async function overlapsBooking(sql: Sql, providerId: string, span: BlockedSpan, now: number, exceptSeriesId?: string): Promise<boolean> {
  const iso = (at: number) => new Date(at).toISOString();
  const [row] = await sql<{ overlaps: boolean }>(SQL, [providerId, iso(span.blockedFrom), iso(span.blockedTo), iso(now), exceptSeriesId ?? null]);
  return row?.overlaps ?? false;
}
