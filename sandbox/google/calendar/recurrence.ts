import ICAL from "ical.js";
import { invalidValue } from "../google-error";
import type { EventTime } from "./calendar-event";
import { instantToWall, wallToInstant } from "./zoned-time";

const mostOccurrences = 20_000;

const dashed = (compact: string) => {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2}))?Z?$/.exec(compact) ?? [];
  if (!y) throw invalidValue("Invalid recurrence rule.");
  return h ? `${y}-${mo}-${d}T${h}:${mi}:${s}` : `${y}-${mo}-${d}`;
};
const compact = (wall: string) => wall.replace(/[-:]/g, "");

/** The rule's iterator runs on the event's wall clock, so UNTIL must be on it too. */
function withLocalUntil(rule: string, start: EventTime) {
  return rule.replace(/UNTIL=([0-9TZ]+)/i, (_, until: string) => {
    const value = dashed(until);
    if (start.date !== undefined) return `UNTIL=${compact(value.slice(0, 10))}`;
    if (!value.includes("T")) return `UNTIL=${compact(value)}T235959`;
    return `UNTIL=${until.endsWith("Z") ? compact(instantToWall(Date.parse(`${value}Z`), start.timeZone)) : compact(value)}`;
  });
}

const parseRule = (rule: string) => {
  try {
    return ICAL.Recur.fromString(rule);
  } catch {
    throw invalidValue("Invalid recurrence rule.");
  }
};

/** Refuses what Google refuses: other lines than RRULE, RDATE and EXDATE, several rules, COUNT with UNTIL. */
export function assertRecurrence(lines: string[], start: EventTime) {
  const rules = lines.filter((line) => line.startsWith("RRULE:"));
  const known = lines.every((line) => /^(RRULE:|RDATE[;:]|EXDATE[;:])/.test(line));
  if (!known || rules.length > 1 || lines.length === 0) throw invalidValue("Invalid recurrence rule.");
  for (const rule of rules) {
    if (!/FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)/.test(rule) || (/COUNT=/.test(rule) && /UNTIL=/.test(rule))) throw invalidValue("Invalid recurrence rule.");
    parseRule(withLocalUntil(rule.slice(6), start));
  }
  listedDates(lines, "EXDATE", start);
  listedDates(lines, "RDATE", start);
}

/** Wall clock of the dates on EXDATE or RDATE lines. */
function listedDates(lines: string[], name: "EXDATE" | "RDATE", start: EventTime): string[] {
  return lines.filter((line) => line.startsWith(name)).flatMap((line) => {
    const colon = line.indexOf(":");
    const zone = /TZID=([^;:]+)/.exec(line.slice(0, colon))?.[1];
    return line.slice(colon + 1).split(",").map((value) => {
      const wall = dashed(value);
      if (start.date !== undefined || !wall.includes("T")) return wall.slice(0, 10);
      if (value.endsWith("Z")) return instantToWall(Date.parse(`${wall}Z`), start.timeZone);
      return zone && zone !== start.timeZone ? instantToWall(wallToInstant(wall, zone), start.timeZone) : wall;
    });
  });
}

/** Start times of a series before `until` (epoch milliseconds), in order; times keep their wall clock across DST changes. */
export function occurrences(lines: string[], start: EventTime, until: number): EventTime[] {
  const rule = lines.find((line) => line.startsWith("RRULE:"))?.slice(6);
  const first = start.date ?? instantToWall(Date.parse(start.dateTime), start.timeZone);
  const excluded = new Set(listedDates(lines, "EXDATE", start));
  const walls = new Set(listedDates(lines, "RDATE", start));
  const toTime = (wall: string): EventTime => start.date === undefined
    ? { dateTime: new Date(wallToInstant(wall, start.timeZone)).toISOString(), timeZone: start.timeZone }
    : { date: wall };
  const instant = (wall: string) => start.date === undefined ? wallToInstant(wall, start.timeZone) : Date.parse(`${wall}T00:00:00Z`);
  if (rule) {
    const dtstart = start.date === undefined ? ICAL.Time.fromDateTimeString(first) : ICAL.Time.fromDateString(first);
    const iterator = parseRule(withLocalUntil(rule, start)).iterator(dtstart);
    for (let count = 0; count < mostOccurrences; count += 1) {
      const next = iterator.next();
      if (!next) break;
      const wall = next.toString();
      if (instant(wall) >= until) break;
      walls.add(wall);
    }
  } else walls.add(first);
  return [...walls].filter((wall) => !excluded.has(wall) && !excluded.has(wall.slice(0, 10)) && instant(wall) < until).sort().map(toTime);
}
