import { addDays, MINUTE_MS } from "@/domain/time/calendar-day";
import { fromLocal, toLocal } from "@/domain/time/local-time";

const BEGINS = "21:00";
const ENDS = "08:00";

/**
 * The night around an instant (epoch ms) in which nobody in `timeZone` is written to unasked: local 21:00 until 08:00,
 * as `[from, until)`. Null by day. Where clocks change in the night its ends keep their wall-clock times.
 */
export function quietNight(at: number, timeZone: string): { readonly from: number; readonly until: number } | null {
  const [onDate = "", time = ""] = toLocal(at, timeZone).split("T");
  if (time >= ENDS && time < BEGINS) return null;
  const evening = time >= BEGINS ? onDate : addDays(onDate, -1);
  return { from: fromLocal(`${evening}T${BEGINS}`, timeZone), until: fromLocal(`${addDays(evening, 1)}T${ENDS}`, timeZone) };
}

/** The last whole minute before a night begins. */
export const lastWakingMinute = (night: { readonly from: number }): number => night.from - MINUTE_MS;
