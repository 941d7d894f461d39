import { daysBetween, type CivilDate } from "@/domain/time/calendar-day";
import { dayInWords, formatLocal, type LocalTime } from "@/domain/time/format-time";

/** "today", "tomorrow", "Thu 26 Nov" */
export function shortDay(local: LocalTime, today: CivilDate): string {
  const onDate = local.slice(0, 10);
  if (daysBetween(today, onDate) < 2) return dayInWords(onDate, today);
  const { weekdayShort, dayMonthShort } = formatLocal(local);
  return `${weekdayShort} ${dayMonthShort}`;
}

/** "today 15:30", "Thu 26 Nov 09:00" */
export const soonInWords = (local: LocalTime, today: CivilDate): string => `${shortDay(local, today)} ${formatLocal(local).time}`;
