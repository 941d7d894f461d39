import { daysInMonth, weekdayOf, type CivilDay, type CivilMonth } from "./civil-day";

/** The weeks of a month, Monday first; null where the week belongs to a neighbouring month. */
export function layoutMonth(month: CivilMonth): (CivilDay | null)[][] {
  const lead = weekdayOf(`${month}-01`);
  const length = daysInMonth(month);
  const weekCount = Math.ceil((lead + length) / 7);
  return Array.from({ length: weekCount }, (_week, week) =>
    Array.from({ length: 7 }, (_day, weekday) => {
      const day = week * 7 + weekday - lead + 1;
      return day >= 1 && day <= length ? `${month}-${String(day).padStart(2, "0")}` : null;
    }),
  );
}
