const DAY_MS = 86_400_000;
const DAYS_BACK = 1;
const LEAST_DAYS_AHEAD = 400;
const WEEK_MS = 7 * DAY_MS;
/** Between two weekly reads the window's end comes nearer by a week; another one is to spare. */
const MARGIN_DAYS = 14;

/** The part of a calendar that a whole read covers, in epoch milliseconds: all that can be booked, at least 400 days. */
export function readWindow(now: number, furthestHorizonDays: number): { timeMin: number; timeMax: number } {
  const daysAhead = Math.max(LEAST_DAYS_AHEAD, furthestHorizonDays + MARGIN_DAYS);
  return { timeMin: now - DAYS_BACK * DAY_MS, timeMax: now + daysAhead * DAY_MS };
}

/**
 * Whether the window has to be moved on by a whole read: once a week, each calendar at its own time. A sync token tells
 * of changes inside the window of the first read only.
 */
export function isWindowStale(calendarId: string, lastReadAt: number, now: number): boolean {
  const offset = (Number.parseInt(calendarId.slice(-6), 16) / 0x1000000) * WEEK_MS;
  return Math.floor((lastReadAt + offset) / WEEK_MS) !== Math.floor((now + offset) / WEEK_MS);
}
