import { formatLocal } from "@/domain/time/format-time";

/** The end of a visit on the wall: "10:45" for a start of "…T10:15" and 30 minutes. */
export function endOf(localStart: string, minutes: number): string {
  return new Date(Date.parse(`${localStart}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** "10:15–10:45" */
export const timeRange = (localStart: string, localEnd: string): string => `${formatLocal(localStart).time}–${formatLocal(localEnd).time}`;
