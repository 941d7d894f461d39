import { DAY_MS } from "./calendar-day";
import { segmentAt, zoneTable } from "./zone-table";

/**
 * A stretch of time `[from, to)` (epoch ms) during which a wall clock shows one date and runs at one offset.
 * `day` is that date's day number; `midnight` the instant at which the clock would have read 00:00 at this offset,
 * so that `(t - midnight)` is the reading at `t`.
 */
export type LocalStretch = { from: number; to: number; day: number; midnight: number };

/** Cuts `[from, to)` (epoch ms) at every local midnight and every change of offset, in order and without gaps. */
export function localStretches(timeZone: string, from: number, to: number): LocalStretch[] {
  const table = zoneTable(timeZone);
  const stretches: LocalStretch[] = [];
  let start = from;
  for (let segment = segmentAt(table, from); start < to; segment++) {
    const offset = table.offsets[segment]!;
    const segmentEnd = Math.min(table.untils[segment]!, to);
    while (start < segmentEnd) {
      const day = Math.floor((start + offset) / DAY_MS);
      const midnight = day * DAY_MS - offset;
      const end = Math.min(midnight + DAY_MS, segmentEnd);
      stretches.push({ from: start, to: end, day, midnight });
      start = end;
    }
  }
  return stretches;
}
