import { dateOfDay, dayNumber, DAY_MS, type CivilDate } from "./calendar-day";
import { firstInstantReading, segmentAt, zoneTable } from "./zone-table";

// Code that reaches the browser imports ./calendar-day itself: this file brings the zone rules along.
export {
  addDays,
  compare,
  daysBetween,
  eachDate,
  isCivilDate,
  weekdayOf,
  type CivilDate,
  type Weekday,
} from "./calendar-day";

/** The date on a wall calendar in `timeZone` at an instant (epoch ms). Throws RangeError for an unknown zone. */
export function civilDateOf(epochMs: number, timeZone: string): CivilDate {
  const table = zoneTable(timeZone);
  return dateOfDay(Math.floor((epochMs + table.offsets[segmentAt(table, epochMs)]!) / DAY_MS));
}

/**
 * The first instant (epoch ms) of `onDate` in `timeZone`: not always 00:00, since clocks may skip midnight.
 * Throws RangeError for an unknown zone or a malformed date.
 */
export function startOfDay(onDate: CivilDate, timeZone: string): number {
  return firstInstantReading(zoneTable(timeZone), dayNumber(onDate) * DAY_MS);
}
