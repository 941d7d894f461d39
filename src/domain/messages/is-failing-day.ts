/** Some numbers are always wrong; from this many on, and beyond this share, it is ours to look at. */
const FAILURES_TO_NOTE = 5;
const FAILING_SHARE = 0.2;

/** Whether so many of a day's messages did not arrive that somebody should look. */
export const isFailingDay = (failed: number, sent: number): boolean => failed >= FAILURES_TO_NOTE && failed > FAILING_SHARE * (failed + sent);
