import type { AvailabilityException } from "@/domain/availability/availability-facts";
import { addDays, eachDate, type CivilDate } from "@/domain/time/calendar-day";

export interface DatedRange {
  readonly kind: AvailabilityException["kind"];
  /** Both included. */
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly startMinute: number | null;
  readonly endMinute: number | null;
}

/** A stored exception as one exception per date, cut to `[first, last]` (both included). */
export function expandDates({ kind, from, to, startMinute, endMinute }: DatedRange, first: CivilDate, last: CivilDate): AvailabilityException[] {
  const minutes = startMinute === null || endMinute === null ? {} : { startMinute, endMinute };
  return eachDate(from < first ? first : from, addDays(to > last ? last : to, 1)).map((onDate) => ({ kind, onDate, ...minutes }));
}
