import type { LocalTime } from "@/domain/time/format-time";

/**
 * What a wall clock in `timeZone` reads at an instant, by the browser's own zone data. Only for a start the server has
 * not written for this zone; everything else on the page shows the server's readings.
 */
export function browserReading(instant: string, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const part = Object.fromEntries(format.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}
