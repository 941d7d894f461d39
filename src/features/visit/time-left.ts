const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? "" : "s"}`;

/** How long it is still, in the two units that matter: "3 days", "2 hours 5 minutes", "9:04". Never negative; `ms` is rounded up to the second. */
export function timeLeft(ms: number): string {
  const left = Math.max(0, Math.ceil(ms / SECOND) * SECOND);
  if (left >= 2 * DAY) return count(Math.floor(left / DAY), "day");
  if (left >= HOUR) {
    const minutes = Math.floor((left % HOUR) / MINUTE);
    return [count(Math.floor(left / HOUR), "hour"), minutes > 0 && count(minutes, "minute")].filter(Boolean).join(" ");
  }
  return `${Math.floor(left / MINUTE)}:${String((left % MINUTE) / SECOND).padStart(2, "0")}`;
}
