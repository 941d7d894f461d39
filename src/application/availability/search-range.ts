import { assertTimeZone } from "@/application/shared/assert-time-zone";
import { AppError } from "@/application/shared/errors";
import { addDays, isCivilDate, type CivilDate } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";

/** The database allows no longer one. */
const LONGEST_HORIZON_DAYS = 730;

/** The instants (epoch ms, half-open) of local days, both included, as far as anything could be offered at `now`. Throws VALIDATION_FAILED. */
export function searchRange(days: { from: string; to: string; timeZone: string }, now: number): { from: number; to: number } {
  const { from, to, timeZone } = days;
  assertTimeZone(timeZone);
  if (!isCivilDate(from)) throw notADate("from");
  if (!isCivilDate(to)) throw notADate("to");
  // Nothing is offered in the past or beyond the longest horizon, so no more than that is read.
  const today = civilDateOf(now, timeZone);
  const within = (onDate: CivilDate) => [addDays(today, -1), onDate, addDays(today, LONGEST_HORIZON_DAYS + 2)].sort()[1]!;
  return { from: startOfDay(within(from), timeZone), to: startOfDay(addDays(within(to), 1), timeZone) };
}

const notADate = (field: string) => new AppError("VALIDATION_FAILED", { fields: [{ field, message: "must be a date such as 2026-11-24" }] });
