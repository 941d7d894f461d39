import { dateOfDay, DAY_MS, MINUTE_MS, type CivilDate } from "@/domain/time/calendar-day";
import { localStretches } from "@/domain/time/local-stretches";

/** A slot as people and programs see it: the instant in ISO 8601 UTC, and the wall clock of the zone it is shown in. */
export type ShownSlot = { startsAt: string; localStart: string };

export type DaySlots = { onDate: CivilDate; slots: ShownSlot[] };

const CLOCK = Array.from({ length: 1440 }, (_, minute) => {
  const hh = String(Math.floor(minute / 60)).padStart(2, "0");
  return `T${hh}:${String(minute % 60).padStart(2, "0")}`;
});
// Building both texts of a slot from ready parts costs a tenth of Date#toISOString.
const CLOCK_UTC = CLOCK.map((clock) => `${clock}:00.000Z`);

/**
 * Groups sorted slot starts (epoch ms, whole minutes) by their date in `timeZone`, the zone they are shown in. Days
 * without slots are left out. An hour repeated by a clock change shows a reading twice; `startsAt` tells them apart.
 */
export function groupSlots(starts: readonly number[], timeZone: string): DaySlots[] {
  const days: DaySlots[] = [];
  if (starts.length === 0) return days;
  let utcMidnight = -Infinity;
  let utcDate = "";
  let next = 0;
  for (const { to, day, midnight } of localStretches(timeZone, starts[0]!, starts.at(-1)! + 1)) {
    if (starts[next]! >= to) continue;
    const onDate = dateOfDay(day);
    const slots = slotsOf(days, onDate);
    for (; next < starts.length && starts[next]! < to; next++) {
      const start = starts[next]!;
      if (start >= utcMidnight + DAY_MS) {
        const utcDay = Math.floor(start / DAY_MS);
        utcMidnight = utcDay * DAY_MS;
        utcDate = dateOfDay(utcDay);
      }
      slots.push({
        startsAt: utcDate + CLOCK_UTC[Math.floor((start - utcMidnight) / MINUTE_MS)]!,
        localStart: onDate + CLOCK[Math.floor((start - midnight) / MINUTE_MS)]!,
      });
    }
  }
  return days;
}

/** The slots of a date to add to: when clocks go back over midnight, a date ends, begins again, and ends. */
function slotsOf(days: DaySlots[], onDate: CivilDate): ShownSlot[] {
  const last = days.at(-1);
  if (last?.onDate === onDate) return last.slots;
  const beforeLast = days.at(-2);
  if (beforeLast?.onDate === onDate) return beforeLast.slots;
  const slots: ShownSlot[] = [];
  days.push({ onDate, slots });
  return slots;
}
