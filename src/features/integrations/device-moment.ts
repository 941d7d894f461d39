const moments = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

/** An instant as this device's clock shows it: "21 Nov, 09:30". For logs and states, never for appointments. */
export const deviceMoment = (instant: string): string => moments.format(new Date(instant));

/** "just now", "5 minutes ago", "in 3 hours", "4 days ago". */
export function agoInWords(instant: string, now: number): string {
  const seconds = Math.round((Date.parse(instant) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return "just now";
  const [count, unit] = size < 3_600 ? [Math.max(1, Math.round(size / 60)), "minute"] : size < 86_400 ? [Math.round(size / 3_600), "hour"] : [Math.round(size / 86_400), "day"];
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return seconds < 0 ? `${words} ago` : `in ${words}`;
}
