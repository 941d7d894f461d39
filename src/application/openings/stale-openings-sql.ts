/** Processes' clocks may differ by this much before openings found by one are not believed by another. */
const CLOCK_TOLERANCE = "interval '5 seconds'";

/** SQL: whether a change `c` touches what is known of provider `l`, who may be unknown. */
export const TOUCHES = `c.from_at < coalesce(l.watch_until, 'infinity')`;

/** SQL: whether listing `l` was found by a later clock than `now`. */
export const isAhead = (now: string) => `l.good_from > ${now}::timestamptz + ${CLOCK_TOLERANCE}`;

/** SQL: whether what is known of provider `l` cannot be believed at `now`. */
export const isStale = (providerId: string, now: string) => `(
  l.provider_id IS NULL OR l.good_until <= ${now}::timestamptz OR ${isAhead(now)} OR EXISTS (SELECT FROM opening_change c WHERE c.provider_id = ${providerId} AND ${TOUCHES}))`;
