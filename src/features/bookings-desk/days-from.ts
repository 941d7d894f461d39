import { addDays, isCivilDate } from "@/domain/time/calendar-day";

/** Three weeks from a day on, as free times are asked for; `isAsked` is false while the day is not typed to its end. */
export function daysFrom(onDate: string): { from: string; to: string; isAsked: boolean } {
  return isCivilDate(onDate) ? { from: onDate, to: addDays(onDate, 20), isAsked: true } : { from: "2000-01-01", to: "2000-01-01", isAsked: false };
}
