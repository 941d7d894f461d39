import { isAhead, TOUCHES } from "./stale-openings-sql";

/** The start after those whose notice has ended. */
const FIRST_LEFT = `(SELECT coalesce(min(u.start), 'infinity') FROM unnest(o.starts, o.offered_until) AS u (start, until) WHERE u.until >= $1::timestamptz)`;

/**
 * Walks providers by the earliest instant at which anything can be free, and answers the page of those free soonest. $1 now, $2 the
 * scope, $3 how far to walk, $4 the page's size, $5 and $6 the last one of the page before (start and id) or null; `matching` is a
 * statement giving the ids that may be shown, with parameters from $7 on.
 */
export const soonestSql = (matching: string | null) => `
  WITH walked AS MATERIALIZED (
    SELECT o.provider_id, o.not_before, o.openings, o.good_until <= $1::timestamptz AS is_past, first.start
      FROM next_opening o
      ${matching === null ? "" : `JOIN (${matching}) AS matching ON matching.id = o.provider_id`}
      CROSS JOIN LATERAL (SELECT CASE WHEN o.offered_until[1] >= $1::timestamptz THEN o.starts[1] ELSE ${FIRST_LEFT} END AS start OFFSET 0) AS first
     WHERE o.scope = $2 AND ($6::uuid IS NULL OR o.good_until <= $1::timestamptz OR (first.start, o.provider_id) > ($5::timestamptz, $6::uuid))
     ORDER BY o.not_before, o.provider_id
     LIMIT $3::int
  )
  SELECT
    ARRAY(SELECT DISTINCT c.provider_id FROM opening_change c LEFT JOIN provider_listing l ON l.provider_id = c.provider_id WHERE ${TOUCHES}
          UNION ALL SELECT l.provider_id FROM provider_listing l WHERE ${isAhead("$1")})::text[] AS changed,
    ARRAY(SELECT provider_id FROM walked WHERE is_past)::text[] AS past,
    (SELECT count(*)::int FROM walked) AS walked,
    (SELECT json_build_array(date_part('epoch', not_before) * 1000, provider_id) FROM walked ORDER BY not_before DESC, provider_id DESC LIMIT 1) AS "walkedTo",
    (SELECT coalesce(json_agg(json_build_array(page.provider_id, CASE WHEN page.start < 'infinity' THEN date_part('epoch', page.start) * 1000 END, page.openings, l.card) ORDER BY page.start, page.provider_id), '[]')
       FROM (SELECT * FROM walked ORDER BY start, provider_id LIMIT $4::int) AS page JOIN provider_listing l ON l.provider_id = page.provider_id) AS page`;
