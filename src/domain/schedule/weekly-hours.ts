/** One range of a weekday (ISO: 1 is Monday) in local minutes from midnight, 0–1440; an end at or before the start crosses midnight. */
export type WeeklyRange = { readonly weekday: number; readonly startMinute: number; readonly endMinute: number };

export type WeeklyHours = { readonly open: readonly WeeklyRange[]; readonly breaks: readonly WeeklyRange[] };

export type WeeklyProblem = { readonly field: string; readonly message: string };

/** What most practices start from: Monday to Friday 09:00–17:00 with lunch 12:00–13:00. */
export const DEFAULT_WEEKLY_HOURS: WeeklyHours = {
  open: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 540, endMinute: 1020 })),
  breaks: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, startMinute: 720, endMinute: 780 })),
};

const spanOf = ({ startMinute, endMinute }: WeeklyRange) => ({ from: startMinute, to: endMinute > startMinute ? endMinute : endMinute + 1440 });

/** Every range that cannot stand, by its place in the lists (`open.2`, `breaks.0`), in words for people. */
export function findWeeklyProblems({ open, breaks }: WeeklyHours): WeeklyProblem[] {
  return [...problemsOf("open", open, "hours"), ...problemsOf("breaks", breaks, "break"), ...breaksOutside(open, breaks)];
}

function problemsOf(list: "open" | "breaks", ranges: readonly WeeklyRange[], noun: "hours" | "break"): WeeklyProblem[] {
  const problems: WeeklyProblem[] = [];
  ranges.forEach((range, index) => {
    const span = spanOf(range);
    if (range.startMinute === range.endMinute) problems.push({ field: `${list}.${index}`, message: noun === "hours" ? "The end must differ from the start." : "A break needs a length." });
    else if (ranges.some((other, place) => place < index && other.weekday === range.weekday && span.from < spanOf(other).to && spanOf(other).from < span.to)) {
      problems.push({ field: `${list}.${index}`, message: noun === "hours" ? "These hours overlap others on the same day." : "This break overlaps another one." });
    }
  });
  return problems;
}

function breaksOutside(open: readonly WeeklyRange[], breaks: readonly WeeklyRange[]): WeeklyProblem[] {
  return breaks.flatMap((range, index) => {
    const span = spanOf(range);
    const isInside = open.some((hours) => hours.weekday === range.weekday && spanOf(hours).from <= span.from && span.to <= spanOf(hours).to);
    return isInside || range.startMinute === range.endMinute ? [] : [{ field: `breaks.${index}`, message: "A break must lie within the day's hours." }];
  });
}
