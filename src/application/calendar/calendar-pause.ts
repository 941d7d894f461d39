/** Lost pushes show within five minutes: a pause of 3 to 3¾ minutes, a minute between polls, and the read itself. */
export const READ_PAUSE_SECONDS = 180;
export const READ_JITTER_SECONDS = 45;
/** The longest between two reads without a push. */
export const CALENDAR_READ_PAUSE_MS = (READ_PAUSE_SECONDS + READ_JITTER_SECONDS + 60) * 1_000;
