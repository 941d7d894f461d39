import { MINUTE_MS } from "@/domain/time/calendar-day";
import { lastWakingMinute, quietNight } from "./quiet-night";

/** Whatever the lead, somebody who learns of their visit this late can do little with it. */
const LEAST_USE_MINUTES = 10;
/** Room for the queue and the vendor when a reminder is put off towards the end of its use. */
const ROOM_MS = 5 * MINUTE_MS;

/** Until when (epoch ms) a reminder is worth sending: an eighth of its lead before the start, and at least ten minutes. */
export function usefulUntil(startsAt: number, minutesBefore: number): number {
  return startsAt - Math.min(minutesBefore, Math.max(LEAST_USE_MINUTES, Math.floor(minutesBefore / 8))) * MINUTE_MS;
}

export interface ReminderTime {
  readonly sendAt: number;
  readonly usefulUntil: number;
}

/**
 * When a reminder `minutesBefore` a start goes out (all instants epoch ms). One that falls in the reader's night goes at the
 * nearest waking minute that lies after `notBefore` and is still of use, the morning after or the evening before; without
 * such a minute it keeps its time, so that it is never lost. Null when its time had passed by `notBefore`.
 */
export function reminderTime(visit: { readonly startsAt: number; readonly timeZone: string }, minutesBefore: number, notBefore: number): ReminderTime | null {
  const due = visit.startsAt - minutesBefore * MINUTE_MS;
  if (due <= notBefore) return null;
  const until = usefulUntil(visit.startsAt, minutesBefore);
  const night = quietNight(due, visit.timeZone);
  if (night === null) return { sendAt: due, usefulUntil: until };
  const waking = [night.until, lastWakingMinute(night)].filter((at) => at > notBefore && at <= until - ROOM_MS);
  const nearest = waking.sort((a, b) => Math.abs(a - due) - Math.abs(b - due))[0];
  return { sendAt: nearest ?? due, usefulUntil: until };
}

/** When a reminder that is sent only now goes out: what an outage or a limit has held until the reader's night waits for the morning while it is of use then. */
export function reminderByDay(visit: { readonly startsAt: number; readonly timeZone: string }, minutesBefore: number, now: number): number {
  const night = quietNight(now, visit.timeZone);
  return night !== null && night.until <= usefulUntil(visit.startsAt, minutesBefore) - ROOM_MS ? night.until : now;
}
