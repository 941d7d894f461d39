import { dayOfMonth, monthNumber, monthOf, weekdayOf, type CivilDay, type CivilMonth } from "./civil-day";

/** Names for the calendar, Monday first and January first. Fixed tables, because server and browser locale data can differ. */
export type CalendarWords = {
  weekdays: readonly string[];
  weekdaysShort: readonly string[];
  months: readonly string[];
  previousMonth: string;
  nextMonth: string;
  today: string;
};

export const englishCalendarWords: CalendarWords = {
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
  weekdaysShort: ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"],
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  previousMonth: "Previous month",
  nextMonth: "Next month",
  today: "today",
};

/** "November 2026" */
export function monthTitle(month: CivilMonth, words: CalendarWords): string {
  return `${words.months[monthNumber(month) - 1]} ${month.slice(0, 4)}`;
}

/** "Tuesday 24 November" */
export function dayTitle(date: CivilDay, words: CalendarWords): string {
  return `${words.weekdays[weekdayOf(date)]} ${dayOfMonth(date)} ${words.months[monthNumber(monthOf(date)) - 1]}`;
}
