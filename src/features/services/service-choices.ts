export const LENGTHS = {
  duration: [10, 15, 20, 30, 40, 45, 50, 60, 75, 90, 120],
  buffer: [0, 5, 10, 15, 20, 30, 45, 60],
  step: [5, 10, 15, 20, 30, 45, 60, 90],
} as const;

export const WINDOWS = {
  notice: [0, 30, 60, 120, 240, 720, 1440, 2880, 10_080],
  policy: [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080],
} as const;

export const REMINDER_LEADS: readonly number[] = [20_160, 10_080, 4320, 2880, 1440, 720, 240, 120, 60, 30];

export const FOLLOW_UP_HOURS: readonly number[] = [1, 2, 4, 24, 48, 72];

export const COME_BACK_WEEKS: readonly number[] = [2, 4, 6, 8, 13, 26, 39, 52];

export const CURRENCIES: readonly string[] = ["EUR", "GBP", "USD", "CHF", "CAD", "AUD", "SEK", "NOK", "DKK", "PLN", "ZAR", "NGN", "KES", "INR", "JPY"];

/** "None", "45 minutes", "2 hours", "1 day", "1 week" */
export function leadInWords(minutes: number): string {
  if (minutes === 0) return "None";
  const [count, unit] = minutes % 10_080 === 0 ? [minutes / 10_080, "week"] : minutes % 1440 === 0 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"];
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
