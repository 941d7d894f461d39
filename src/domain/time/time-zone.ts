import { dayNumber, DAY_MS, MINUTE_MS, type CivilDate } from "./calendar-day";
import { instantReading, segmentAt, zoneNames, zoneTable, zoneTableVersion } from "./zone-table";

export type ZoneTransition = { at: number; offsetBefore: number; offsetAfter: number };

/** Whether `name` is an IANA zone or alias, spelled exactly ("Europe/London", "UTC"). */
export function isTimeZone(name: string): boolean {
  return zoneNames().has(name);
}

/** Every IANA name and alias, sorted. */
export function listTimeZones(): string[] {
  return [...zoneNames()].sort();
}

/** The IANA version of the rules, such as "2026f". */
export function zoneDataVersion(): string {
  return zoneTableVersion;
}

/** Minutes east of UTC at an instant (epoch ms); a fraction before about 1972. Throws RangeError for an unknown zone. */
export function offsetMinutesAt(epochMs: number, timeZone: string): number {
  const table = zoneTable(timeZone);
  return table.offsets[segmentAt(table, epochMs)]! / MINUTE_MS;
}

/**
 * The instant (epoch ms) at which clocks in `timeZone` read `minutesFromMidnight` (0–2880; from 1440 on the next day)
 * on `onDate`. A reading skipped by a gap moves forward by the gap (02:30 becomes 03:30); a repeated one is its first
 * occurrence. Throws RangeError for an unknown zone, a malformed date, or minutes out of range.
 */
export function localToInstant(onDate: CivilDate, minutesFromMidnight: number, timeZone: string): number {
  if (!(minutesFromMidnight >= 0 && minutesFromMidnight <= 2880)) {
    throw new RangeError(`Minutes from midnight must be 0 to 2880: ${minutesFromMidnight}`);
  }
  return instantReading(zoneTable(timeZone), dayNumber(onDate) * DAY_MS + minutesFromMidnight * MINUTE_MS);
}

/** The changes of offset at instants in `[from, to)` (epoch ms), in order; offsets in minutes east. */
export function transitionsBetween(timeZone: string, from: number, to: number): ZoneTransition[] {
  const { untils, offsets } = zoneTable(timeZone);
  const transitions: ZoneTransition[] = [];
  untils.forEach((at, i) => {
    if (at < from || at >= to || at === Infinity) return;
    transitions.push({ at, offsetBefore: offsets[i]! / MINUTE_MS, offsetAfter: offsets[i + 1]! / MINUTE_MS });
  });
  return transitions;
}
