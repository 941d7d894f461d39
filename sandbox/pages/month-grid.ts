import { addDays } from "../google/calendar/zoned-time";

export interface MonthGrid {
  /** `YYYY-MM`. */
  month: string;
  title: string;
  previous: string;
  next: string;
  /** Weeks from Monday, each of seven civil dates. */
  weeks: string[][];
}

/** The weeks that show a month, Monday first. */
export function monthGrid(month: string): MonthGrid {
  const first = `${month}-01`;
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const next = addDays(first, 32).slice(0, 7);
  const weeks: string[][] = [];
  for (let day = addDays(first, -weekday); day < `${next}-01`; day = addDays(day, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, index) => addDays(day, index)));
  }
  const title = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${first}T00:00:00Z`));
  return { month, title, next, previous: addDays(first, -1).slice(0, 7), weeks };
}
