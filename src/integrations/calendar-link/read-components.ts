import ICAL from "ical.js";
import { linkError } from "./link-failure";

/** The calendars of a file. One event that is malformed does not spoil the others: it is left out and counted. Throws `not-a-calendar`. */
export function readComponents(ics: string): { calendars: ICAL.Component[]; malformed: number } {
  try {
    return { calendars: calendarsIn(ics), malformed: 0 };
  } catch {
    const { text, malformed } = wellFormedPart(ics);
    try {
      return { calendars: calendarsIn(text), malformed };
    } catch (cause) {
      throw linkError("not-a-calendar", { cause });
    }
  }
}

/** The file without the events that cannot be read by themselves. Each line is looked at once: files are other people's input. */
function wellFormedPart(ics: string): { text: string; malformed: number } {
  const kept: string[] = [];
  let event: string[] | null = null;
  let malformed = 0;
  for (const line of ics.split(/\r?\n/)) {
    const mark = line.trimEnd().toUpperCase();
    // An event that never ended ends where the next begins, or with the calendar.
    if (event !== null && (mark === "BEGIN:VEVENT" || mark === "END:VCALENDAR")) {
      malformed += 1;
      event = null;
    }
    if (mark === "BEGIN:VEVENT") event = [line];
    else if (event === null) kept.push(line);
    else event.push(line);
    if (event === null || mark !== "END:VEVENT") continue;
    if (canBeRead(event.join("\r\n"))) kept.push(...event);
    else malformed += 1;
    event = null;
  }
  return { text: kept.join("\r\n"), malformed };
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
