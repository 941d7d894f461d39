/** A calendar by link is read every quarter of an hour, each at its own minute. */
export const LINK_PAUSE_SECONDS = 13 * 60;
export const LINK_JITTER_SECONDS = 120;
/** The longest between two reads: with a minute between polls. */
export const LINK_READ_PAUSE_MS = (LINK_PAUSE_SECONDS + LINK_JITTER_SECONDS + 60) * 1_000;
