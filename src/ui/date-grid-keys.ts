import { addDays, addMonthsToDay, weekdayOf, type CivilDay } from "./civil-day";

export type DayBounds = { earliest?: CivilDay; latest?: CivilDay };

export function clampDay(date: CivilDay, { earliest, latest }: DayBounds): CivilDay {
  if (earliest !== undefined && date < earliest) return earliest;
  if (latest !== undefined && date > latest) return latest;
  return date;
}

/** Where a key leads from `date` in a month grid (Monday first), kept within the bounds; null for keys that do not move. */
export function moveInMonth(date: CivilDay, key: string, shiftKey: boolean, bounds: DayBounds = {}): CivilDay | null {
  const target = targetOf(date, key, shiftKey);
  return target === null ? null : clampDay(target, bounds);
}

function targetOf(date: CivilDay, key: string, shiftKey: boolean): CivilDay | null {
  switch (key) {
    case "ArrowLeft":
      return addDays(date, -1);
    case "ArrowRight":
      return addDays(date, 1);
    case "ArrowUp":
      return addDays(date, -7);
    case "ArrowDown":
      return addDays(date, 7);
    case "Home":
      return addDays(date, -weekdayOf(date));
    case "End":
      return addDays(date, 6 - weekdayOf(date));
    case "PageUp":
      return addMonthsToDay(date, shiftKey ? -12 : -1);
    case "PageDown":
      return addMonthsToDay(date, shiftKey ? 12 : 1);
    default:
      return null;
  }
}

/** Where a key leads from `index` in a strip of `length` days; null for keys that do not move. */
export function moveInStrip(index: number, key: string, length: number): number | null {
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -7, PageDown: 7, Home: -length, End: length };
  const step = steps[key];
  if (step === undefined || length === 0) return null;
  return Math.min(length - 1, Math.max(0, index + step));
}
