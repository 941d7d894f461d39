/** A date as "YYYY-MM-DD". No zone, no clock. */
export type CivilDay = string;
/** A month as "YYYY-MM". */
export type CivilMonth = string;

function parts(date: CivilDay): { year: number; month: number; day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`Not a date as YYYY-MM-DD: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

const pad = (value: number, width: number) => String(value).padStart(width, "0");

/** Days since 1970-01-01 (proleptic Gregorian; Howard Hinnant's algorithm). */
export function toDayNumber(date: CivilDay): number {
  const { year, month, day } = parts(date);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function fromDayNumber(dayNumber: number): CivilDay {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

export function addDays(date: CivilDay, days: number): CivilDay {
  return fromDayNumber(toDayNumber(date) + days);
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(date: CivilDay): number {
  return (((toDayNumber(date) + 3) % 7) + 7) % 7;
}

export function monthOf(date: CivilDay): CivilMonth {
  return date.slice(0, 7);
}

export function dayOfMonth(date: CivilDay): number {
  return parts(date).day;
}

/** 1 to 12. */
export function monthNumber(month: CivilMonth): number {
  return parts(`${month}-01`).month;
}

export function addMonths(month: CivilMonth, count: number): CivilMonth {
  const { year, month: number } = parts(`${month}-01`);
  const index = year * 12 + number - 1 + count;
  return `${pad(Math.floor(index / 12), 4)}-${pad((((index % 12) + 12) % 12) + 1, 2)}`;
}

export function daysInMonth(month: CivilMonth): number {
  return toDayNumber(`${addMonths(month, 1)}-01`) - toDayNumber(`${month}-01`);
}

/** The same day some months away; the 31st becomes the last day of a shorter month. */
export function addMonthsToDay(date: CivilDay, count: number): CivilDay {
  const month = addMonths(monthOf(date), count);
  return `${month}-${pad(Math.min(dayOfMonth(date), daysInMonth(month)), 2)}`;
}
