import type { WeeklyHours, WeeklyRange } from "@/domain/schedule/weekly-hours";

export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

export type RangeList = "open" | "breaks";

export const weekdayName = (weekday: number): string => WEEKDAYS[weekday - 1] ?? "";

/** Ranges of one day with their place in the whole list, sorted by start. */
export function rangesOf(hours: WeeklyHours, list: RangeList, weekday: number): { range: WeeklyRange; index: number }[] {
  return hours[list]
    .map((range, index) => ({ range, index }))
    .filter(({ range }) => range.weekday === weekday)
    .sort((a, b) => a.range.startMinute - b.range.startMinute);
}

export const setRange = (hours: WeeklyHours, list: RangeList, index: number, change: Partial<WeeklyRange>): WeeklyHours => ({
  ...hours,
  [list]: hours[list].map((range, place) => (place === index ? { ...range, ...change } : range)),
});

export const removeRange = (hours: WeeklyHours, list: RangeList, index: number): WeeklyHours => ({ ...hours, [list]: hours[list].filter((_, place) => place !== index) });

/** Opens a closed day with the usual hours, or closes it with its breaks. */
export function setDayOpen(hours: WeeklyHours, weekday: number, isOpen: boolean): WeeklyHours {
  const others = clearDay(hours, weekday);
  return isOpen ? { ...others, open: [...others.open, { weekday, startMinute: 540, endMinute: 1020 }] } : others;
}

const clearDay = (hours: WeeklyHours, weekday: number): WeeklyHours => ({
  open: hours.open.filter((range) => range.weekday !== weekday),
  breaks: hours.breaks.filter((range) => range.weekday !== weekday),
});

/** Adds hours after the day's last ones: an hour's gap, then up to four hours, before midnight. */
export function addHours(hours: WeeklyHours, weekday: number): WeeklyHours {
  const last = rangesOf(hours, "open", weekday).at(-1)?.range;
  const startMinute = last === undefined ? 540 : Math.min(last.endMinute + 60, 1380);
  const endMinute = last === undefined ? 1020 : Math.min(startMinute + 240, 1440);
  return { ...hours, open: [...hours.open, { weekday, startMinute, endMinute }] };
}

/** Adds a break in the middle of the day's longest hours: at noon where that lies inside. */
export function addBreak(hours: WeeklyHours, weekday: number): WeeklyHours {
  const longest = rangesOf(hours, "open", weekday).toSorted((a, b) => b.range.endMinute - b.range.startMinute - (a.range.endMinute - a.range.startMinute))[0]?.range;
  if (longest === undefined) return hours;
  const noonFits = longest.startMinute <= 720 && longest.endMinute >= 780 && !hours.breaks.some((range) => range.weekday === weekday && range.startMinute < 780 && range.endMinute > 720);
  const middle = Math.floor((longest.startMinute + longest.endMinute) / 2 / 15) * 15;
  const startMinute = noonFits ? 720 : middle;
  return { ...hours, breaks: [...hours.breaks, { weekday, startMinute, endMinute: Math.min(startMinute + (noonFits ? 60 : 15), 1440) }] };
}

/** Gives other days the hours and breaks of one. */
export function copyDay(hours: WeeklyHours, from: number, to: readonly number[]): WeeklyHours {
  const targets = to.filter((weekday) => weekday !== from);
  return targets.reduce<WeeklyHours>((result, weekday) => {
    const cleared = clearDay(result, weekday);
    const copy = (list: RangeList) => rangesOf(hours, list, from).map(({ range }) => ({ ...range, weekday }));
    return { open: [...cleared.open, ...copy("open")], breaks: [...cleared.breaks, ...copy("breaks")] };
  }, hours);
}

/** Whether two drafts mean the same hours, in whatever order they are listed. */
export function sameHours(a: WeeklyHours, b: WeeklyHours): boolean {
  const written = (hours: WeeklyHours) => JSON.stringify((["open", "breaks"] as const).map((list) => hours[list].map(({ weekday, startMinute, endMinute }) => `${weekday} ${startMinute} ${endMinute}`).sort()));
  return written(a) === written(b);
}

/** Minutes of care in a day: hours without breaks. */
export function openMinutes(hours: WeeklyHours, weekday: number): number {
  const total = (list: RangeList) => rangesOf(hours, list, weekday).reduce((sum, { range }) => sum + ((range.endMinute > range.startMinute ? range.endMinute : range.endMinute + 1440) - range.startMinute), 0);
  return Math.max(0, total("open") - total("breaks"));
}
