/** A date of the civil calendar, "YYYY-MM-DD", without a zone. */
export type CivilDate = string;

/** ISO 8601: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, "0"));

/** Whether `text` is a real date written "YYYY-MM-DD" ("2026-02-30" is not). */
export function isCivilDate(text: string): text is CivilDate {
  return PATTERN.test(text) && dateOfDay(dayNumber(text)) === text;
}

/** Days since 1970-01-01. Throws RangeError when `onDate` is not written "YYYY-MM-DD". */
export function dayNumber(onDate: CivilDate): number {
  const match = PATTERN.exec(onDate);
  if (!match) throw new RangeError(`Not a date in the form YYYY-MM-DD: ${onDate}`);
  return Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])) / DAY_MS;
}

// Slot search writes the same dates again and again; those from 1970 to 2099 are kept once written.
const KEPT_DAYS = 130 * 366;
const writtenDates = new Array<CivilDate | undefined>(KEPT_DAYS);

/** The date `day` days after 1970-01-01, for years 0–9999. */
export function dateOfDay(day: number): CivilDate {
  const written = writtenDates[day];
  if (written !== undefined) return written;
  const onDate = writeDate(day);
  if (day >= 0 && day < KEPT_DAYS) writtenDates[day] = onDate;
  return onDate;
}

/** Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days. */
function writeDate(day: number): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${TWO_DIGITS[Math.floor(year / 100)]}${TWO_DIGITS[year % 100]}-${TWO_DIGITS[month]}-${TWO_DIGITS[dayOfMonth]}`;
}

/** The ISO weekday of a day number: 1 is Monday, 7 is Sunday. */
export function weekdayOfDay(day: number): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(onDate: CivilDate): Weekday {
  return weekdayOfDay(dayNumber(onDate));
}

export function addDays(onDate: CivilDate, days: number): CivilDate {
  return dateOfDay(dayNumber(onDate) + days);
}

/** Negative when `a` is earlier, positive when later, 0 when equal: for sorting. */
export function compare(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every date of the half-open `[from, to)`, in order. */
export function eachDate(from: CivilDate, to: CivilDate): CivilDate[] {
  const first = dayNumber(from);
  return Array.from({ length: Math.max(0, dayNumber(to) - first) }, (_, n) => dateOfDay(first + n));
}
