import ICAL from "ical.js";
import { instantReading, segmentAt, zoneNames, zoneTable } from "@/domain/time/zone-table";

/** Wall-clock readings, in ms since 1970-01-01T00:00 on the wall, and the instants (epoch ms) they mean. */
export interface LinkClock {
  toInstant(local: number): number;
  toLocal(instant: number): number;
}

/** The clock of an IANA zone, by the rules that all our times go by: a file's own copy of them is often years old. */
export function zoneClock(timeZone: string): LinkClock {
  const table = zoneTable(timeZone);
  return { toInstant: (local) => instantReading(table, local), toLocal: (instant) => instant + table.offsets[segmentAt(table, instant)]! };
}

/** The IANA zone a TZID means: itself, or the end of a longer path such as "/freeassociation.sourceforge.net/Europe/Berlin". */
export function namedZone(tzid: string): string | null {
  const parts = tzid.split("/").filter((part) => part !== "");
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join("/");
    if (zoneNames().has(name)) return name;
  }
  return null;
}

/** The clocks of one file, by TZID: our own rules where the name is known, else the file's VTIMEZONE, else the calendar's zone. */
export function clocksOf(calendar: ICAL.Component, calendarZone: string): (tzid: string | null) => LinkClock {
  const definitions = new Map(calendar.getAllSubcomponents("vtimezone").map((component) => [text(component, "tzid"), component]));
  const known = new Map<string, LinkClock>();
  const fallback = zoneClock(calendarZone);
  const observances = { left: MOST_OBSERVANCES };
  return (tzid) => {
    if (tzid === null) return fallback;
    const clock = known.get(tzid) ?? clockFor(tzid, definitions.get(tzid), observances) ?? fallback;
    known.set(tzid, clock);
    return clock;
  };
}

function clockFor(tzid: string, definition: ICAL.Component | undefined, observances: { left: number }): LinkClock | null {
  const name = namedZone(tzid) ?? namedZone(definition === undefined ? "" : text(definition, "x-lic-location"));
  if (name !== null) return zoneClock(name);
  return definition !== undefined && isHarmless(definition, observances) ? ownClock(new ICAL.Timezone({ component: definition, tzid })) : null;
}

/** In all zones of one file that are used. */
const MOST_OBSERVANCES = 200;

/** ical.js writes out every transition of a definition up to now: one that repeats other than yearly could go on for ever. */
function isHarmless(definition: ICAL.Component, left: { left: number }): boolean {
  const observances = [...definition.getAllSubcomponents("standard"), ...definition.getAllSubcomponents("daylight")];
  if (observances.length === 0 || observances.length > left.left) return false;
  left.left -= observances.length;
  return observances.every((observance) => {
    const start = observance.getFirstPropertyValue("dtstart");
    const rules = observance.getAllProperties("rrule").map((property) => property.getFirstValue());
    return start instanceof ICAL.Time && start.year >= 1600 && rules.every((rule) => rule instanceof ICAL.Recur && rule.freq === "YEARLY" && (rule.interval ?? 1) === 1 && Object.keys(rule.parts).every((part) => part === "BYDAY" || part === "BYMONTH" || part === "BYMONTHDAY"));
  });
}

function ownClock(zone: ICAL.Timezone): LinkClock {
  const offsetAt = (local: number) => zone.utcOffset(timeOf(local)) * 1000;
  return {
    toInstant: (local) => local - offsetAt(local),
    toLocal(instant) {
      const guess = instant + offsetAt(instant);
      return instant + offsetAt(guess);
    },
  };
}

/** A wall-clock reading as ical.js writes it, in no zone. */
export function timeOf(local: number): ICAL.Time {
  const at = new Date(local);
  return ICAL.Time.fromData({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds(), isDate: false });
}

/** The other way about; a date is its midnight. */
export const readingOf = ({ year, month, day, hour, minute, second }: ICAL.Time): number => Date.UTC(year, month - 1, day, hour, minute, second);

/** A property's text, "" when it is absent. */
export const text = (component: ICAL.Component, name: string): string => String(component.getFirstPropertyValue(name) ?? "").trim();
