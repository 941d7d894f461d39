import { addDays, daysBetween, type CivilDate } from "@/domain/time/calendar-day";

/** Days asked for at once: five weeks, so that a month is one or two questions. */
export const RANGE_DAYS = 35;

/** The `index`-th stretch of days from `today` that lies within the horizon, both ends included. */
export function slotRange(today: CivilDate, index: number, horizonDays: number): { from: CivilDate; to: CivilDate } {
  const lastDay = addDays(today, horizonDays);
  const from = addDays(today, index * RANGE_DAYS);
  const end = addDays(from, RANGE_DAYS - 1);
  return { from, to: end < lastDay ? end : lastDay };
}

/** How many stretches reach `date`; at least one, and none beyond the horizon. */
export function rangesUntil(today: CivilDate, date: CivilDate, lastDay: CivilDate): number {
  const reached = date < lastDay ? date : lastDay;
  return Math.max(1, Math.floor(daysBetween(today, reached) / RANGE_DAYS) + 1);
}
