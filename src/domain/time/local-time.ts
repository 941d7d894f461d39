import { dateOfDay, DAY_MS, dayNumber, MINUTE_MS } from "./calendar-day";
import { instantReading, segmentAt, zoneTable } from "./zone-table";

const LOCAL = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/** What a wall clock in `timeZone` reads at an instant (epoch ms), to the minute: "2026-11-24T15:30". Server only. */
export function toLocal(epochMs: number, timeZone: string): string {
  const table = zoneTable(timeZone);
  const local = epochMs + table.offsets[segmentAt(table, epochMs)]!;
  const day = Math.floor(local / DAY_MS);
  const minute = Math.floor((local - day * DAY_MS) / MINUTE_MS);
  const hh = String(Math.floor(minute / 60)).padStart(2, "0");
  const mm = String(minute % 60).padStart(2, "0");
  return `${dateOfDay(day)}T${hh}:${mm}`;
}

/**
 * The instant (epoch ms) meant by "2026-11-24T15:30" in `timeZone`. A time skipped by a gap moves forward by the gap,
 * a repeated one is its first occurrence. Throws RangeError for an unknown zone or another form of text.
 */
export function fromLocal(local: string, timeZone: string): number {
  const match = LOCAL.exec(local);
  if (!match) throw new RangeError(`Not a local time in the form YYYY-MM-DDTHH:mm: ${local}`);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return instantReading(zoneTable(timeZone), dayNumber(match[1]!) * DAY_MS + minutes * MINUTE_MS);
}
