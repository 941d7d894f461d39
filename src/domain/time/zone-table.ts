import moment from "moment-timezone";

/**
 * One zone's rules: segment `i` ends before the instant `untils[i]` (epoch ms; the last is Infinity) and reads
 * `offsets[i]` milliseconds east of UTC. Neighbouring segments always differ in offset.
 */
export type ZoneTable = { readonly untils: readonly number[]; readonly offsets: readonly number[] };

// No zone has ever been further than 16 hours from UTC.
const FURTHEST_OFFSET_MS = 16 * 3_600_000;

const names = new Set(moment.tz.names());
const tables = new Map<string, ZoneTable>();

/** The version of the IANA rules in force here, such as "2026f". */
export const zoneTableVersion: string = moment.tz.dataVersion;

/** Every IANA name and alias with rules here, spelled exactly as IANA does. */
export function zoneNames(): ReadonlySet<string> {
  return names;
}

/** The rules of an IANA zone, unpacked once. Throws RangeError when the name is unknown. */
export function zoneTable(timeZone: string): ZoneTable {
  const known = tables.get(timeZone);
  if (known) return known;
  const zone = names.has(timeZone) ? moment.tz.zone(timeZone) : null;
  if (!zone) throw new RangeError(`Unknown time zone: ${timeZone}`);
  const untils: number[] = [];
  const offsets: number[] = [];
  zone.untils.forEach((until, i) => {
    // Minutes west become milliseconds east; rounding undoes the binary fraction of historical seconds.
    const offset = Math.round(-zone.offsets[i]! * 60_000) + 0;
    if (offsets.at(-1) === offset) untils[untils.length - 1] = until;
    else {
      untils.push(until);
      offsets.push(offset);
    }
  });
  untils[untils.length - 1] = Infinity;
  const table = { untils, offsets };
  tables.set(timeZone, table);
  return table;
}

/** The segment in force at the instant `at` (epoch ms). */
export function segmentAt({ untils }: ZoneTable, at: number): number {
  let low = 0;
  let high = untils.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at < untils[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first segment whose clocks run past the reading `local` (ms since 1970-01-01T00:00 on the wall). */
function segmentReading(table: ZoneTable, local: number): number {
  let segment = segmentAt(table, local - FURTHEST_OFFSET_MS);
  while (local >= localEnd(table, segment)) segment++;
  return segment;
}

function localEnd({ untils, offsets }: ZoneTable, segment: number): number {
  return untils[segment]! + offsets[segment]!;
}

/** The reading's first instant in a segment, or when the segment's clocks begin later, the segment's own start. */
function instantIn({ untils, offsets }: ZoneTable, segment: number, local: number): number {
  const instant = local - offsets[segment]!;
  return segment === 0 ? instant : Math.max(instant, untils[segment - 1]!);
}

/**
 * The first instant whose wall clock reads `local` or later: a repeated reading means its first occurrence, a skipped
 * one the instant the clocks jump. Never decreases as `local` grows, so windows keep their order.
 */
export function firstInstantReading(table: ZoneTable, local: number): number {
  return instantIn(table, segmentReading(table, local), local);
}

/** `firstInstantReading` for many readings from `earliestLocal` on, quicker the closer they follow each other. */
export function firstInstantReader(table: ZoneTable, earliestLocal: number): (local: number) => number {
  const first = segmentReading(table, earliestLocal);
  let segment = first;
  return (local) => {
    while (segment > first && local < localEnd(table, segment - 1)) segment--;
    while (local >= localEnd(table, segment)) segment++;
    return instantIn(table, segment, local);
  };
}

/** The instant a wall clock means by `local`: a repeated reading its first occurrence, a skipped one moved by the gap. */
export function instantReading(table: ZoneTable, local: number): number {
  const segment = segmentReading(table, local);
  const instant = local - table.offsets[segment]!;
  const isSkipped = segment > 0 && instant < table.untils[segment - 1]!;
  return isSkipped ? local - table.offsets[segment - 1]! : instant;
}
