import ICAL from "ical.js";
import { linkError } from "./link-failure";

const EVENT = /^BEGIN:VEVENT[ \t]*\r?\n[\s\S]*?^END:VEVENT[ \t]*(?:\r?\n|$)/gim;

/** The calendars of a file. One event that is malformed does not spoil the others: it is left out and counted. Throws `not-a-calendar`. */
export function readComponents(ics: string): { calendars: ICAL.Component[]; malformed: number } {
  try {
    return { calendars: calendarsIn(ics), malformed: 0 };
  } catch {
    let malformed = 0;
    const wellFormed = ics.replace(EVENT, (event) => {
      if (canBeRead(event)) return event;
      malformed += 1;
      return "";
    });
    try {
      return { calendars: calendarsIn(wellFormed), malformed };
    } catch (cause) {
      throw linkError("not-a-calendar", { cause });
    }
  }
}

function canBeRead(event: string): boolean {
  try {
    ICAL.parse(event);
    return true;
  } catch {
    return false;
  }
}

function calendarsIn(ics: string): ICAL.Component[] {
  const parsed: unknown = ICAL.parse(ics);
  if (!Array.isArray(parsed)) throw new TypeError("no component");
  const roots: unknown[] = typeof parsed[0] === "string" ? [parsed] : parsed;
  return roots.filter(Array.isArray).map((root) => new ICAL.Component(root)).filter(({ name }) => name === "vcalendar");
}
