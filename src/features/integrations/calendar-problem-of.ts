import { CalendarProblemSchema, type CalendarProblem } from "@/application/calendar/calendar-schemas";

/** The problem an address names; an unknown one reads as a refused code, none as null. */
export function calendarProblemOf(value: string | string[] | undefined): CalendarProblem | null {
  if (value === undefined) return null;
  return CalendarProblemSchema.safeParse(value).data ?? "code-refused";
}
