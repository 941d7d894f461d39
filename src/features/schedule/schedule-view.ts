import { addDays, weekdayOf } from "@/domain/time/calendar-day";
import { formatDate, formatLocal } from "@/domain/time/format-time";

export type ScheduleView = "day" | "week" | "agenda";

const NAMES = { day: "timeGridDay", week: "timeGridWeek", agenda: "listWeek" } as const;

/** The calendar's own name of a view. */
export const viewName = (view: ScheduleView): string => NAMES[view];

/** The local days a view shows around a date: the first and the day after the last. Weeks begin on Monday. */
export function shownDays(view: ScheduleView, onDate: string): { from: string; to: string } {
  if (view === "day") return { from: onDate, to: addDays(onDate, 1) };
  const monday = addDays(onDate, 1 - weekdayOf(onDate));
  return { from: monday, to: addDays(monday, 7) };
}

/** The same view one step on (1) or back (-1). */
export const stepTo = (view: ScheduleView, onDate: string, step: 1 | -1): string => addDays(onDate, step * (view === "day" ? 1 : 7));

/** "Tuesday 24 November 2026" for a day, "23–29 November 2026" for a week. */
export function shownTitle(view: ScheduleView, onDate: string): string {
  if (view === "day") return formatDate(onDate, undefined, true);
  const { from, to } = shownDays(view, onDate);
  const last = addDays(to, -1);
  const words = (date: string) => formatLocal(`${date}T00:00`);
  const year = last.slice(0, 4);
  if (from.slice(0, 7) === last.slice(0, 7)) return `${Number(from.slice(8))}–${Number(last.slice(8))} ${words(last).monthYear}`;
  return `${words(from).dayMonthShort} – ${words(last).dayMonthShort} ${year}`;
}
