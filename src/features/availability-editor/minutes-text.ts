/** "09:05" for 545; 1440 reads "24:00". */
export function clockText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** What a time field holds for a minute of the day: midnight at the end is "00:00". */
export const fieldText = (minute: number): string => clockText(minute % 1440);

/** Minutes from midnight of what a person typed: "9", "930", "09:30", "17.30", "5pm"; null when it is no time. */
export function readClock(text: string): number | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?$/i.exec(text.trim());
  if (match === null) return null;
  const half = match[3]?.toLowerCase();
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  if (minute > 59 || hour > (half === undefined ? 24 : 12) || (half !== undefined && hour === 0)) return null;
  const hour24 = half === undefined ? hour % 24 : (hour % 12) + (half === "pm" ? 12 : 0);
  return hour === 24 && minute > 0 ? null : hour24 * 60 + minute;
}

/** "8 h", "7 h 30 min", "45 min" */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(" ");
}
