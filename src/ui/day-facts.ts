import { dayTitle, type CalendarWords } from "./calendar-words";
import type { CivilDay } from "./civil-day";

/** What a calendar shows about one day. */
export type DayFacts = {
  /** Shown small under the day. */
  count?: number;
  /** Up to three dots, when a count would be too much. */
  dots?: number;
  /** Makes the day impossible to choose; focusing it says why. */
  disabledReason?: string;
};

export type CountWords = (count: number) => string;

/** The day as read aloud: "Tuesday 24 November, today, 12 available" or "…, closed on Tuesdays". */
export function dayName(date: CivilDay, facts: DayFacts, isToday: boolean, countWords: CountWords, words: CalendarWords): string {
  const state = facts.disabledReason ?? (facts.count === undefined ? undefined : countWords(facts.count));
  return [dayTitle(date, words), isToday ? words.today : undefined, state].filter(Boolean).join(", ");
}
