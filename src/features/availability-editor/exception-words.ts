import type { ExceptionView } from "@/application/schedule/schedule-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { clockText } from "./minutes-text";

export const EXCEPTION_KINDS = [
  { value: "CLOSED", title: "Leave", detail: "Nobody can book. Whole days, or some hours of them." },
  { value: "HOURS", title: "Other hours", detail: "Replaces the weekly hours on these days." },
  { value: "EXTRA", title: "Extra hours", detail: "Adds to the weekly hours on these days." },
] as const;

const day = (onDate: string) => {
  const { weekdayShort, dayMonthShort } = formatLocal(`${onDate}T00:00`);
  return `${weekdayShort} ${dayMonthShort}`;
};

/** "Mon 23 Nov" or "Mon 23 Nov – Fri 27 Nov" */
export const daysInWords = ({ fromDate, toDate }: Pick<ExceptionView, "fromDate" | "toDate">): string => (fromDate === toDate ? day(fromDate) : `${day(fromDate)} – ${day(toDate)}`);

/** "Leave, all day", "Extra hours, 18:00–20:00" */
export function exceptionInWords({ kind, startMinute, endMinute }: Pick<ExceptionView, "kind" | "startMinute" | "endMinute">): string {
  const title = EXCEPTION_KINDS.find(({ value }) => value === kind)?.title ?? "";
  return startMinute === null || endMinute === null ? `${title}, all day` : `${title}, ${clockText(startMinute)}–${clockText(endMinute)}`;
}
