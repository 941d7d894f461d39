import ICAL from "ical.js";

/** RFC 5545, 3.1: a name, parameters whose quoted values hold no quote, and a value; no control characters. */
const CONTENT_LINE = /^[A-Z-]+(?:;[A-Z-]+=(?:"[^"\p{Cc}]*"|[^"\p{Cc};:,]*)(?:,(?:"[^"\p{Cc}]*"|[^"\p{Cc};:,]*))*)*:[^\p{Cc}]*$/u;
/** RFC 5545, 3.3.11: backslashes, semicolons and commas are escaped. */
const TEXT = /^(?:[^\\;,]|\\[\\;,nN])*$/u;
const TEXTS = ["SUMMARY", "DESCRIPTION", "LOCATION"];
const INSTANTS = ["DTSTAMP", "DTSTART", "DTEND", "LAST-MODIFIED"];

/** RFC 5546, 3.2: what a method asks for and what it forbids. Without one (a feed) it is RFC 5545 alone. */
const BY_METHOD = {
  PUBLISH: { needs: ["ORGANIZER", "SEQUENCE", "SUMMARY"], never: ["ATTENDEE"], statuses: ["CONFIRMED", "TENTATIVE", "CANCELLED"] },
  REQUEST: { needs: ["ORGANIZER", "ATTENDEE", "SEQUENCE", "SUMMARY"], never: [], statuses: ["CONFIRMED", "TENTATIVE"] },
  CANCEL: { needs: ["ORGANIZER", "ATTENDEE", "SEQUENCE"], never: [], statuses: ["CANCELLED"] },
  NONE: { needs: ["SEQUENCE"], never: ["ORGANIZER", "ATTENDEE"], statuses: ["CONFIRMED", "TENTATIVE", "CANCELLED"] },
} as const;

/** Every rule of RFC 5545 and RFC 5546 that an iCalendar text of ours breaks, in words; none when it keeps them. */
export function calendarFaults(text: string, method: keyof typeof BY_METHOD): string[] {
  const faults: string[] = [];
  const must = (holds: boolean, fault: string) => void (holds || faults.push(fault));
  const octets = Buffer.from(text);
  must(text.endsWith("END:VCALENDAR\r\n"), "does not end with its last line");
  must(!/[\r\n]/.test(text.replaceAll("\r\n", "")), "a line break is not CRLF");
  for (const line of linesOf(octets)) {
    must(line.length <= 75, `a line of ${line.length} octets`);
    must(Buffer.from(line.toString("utf8")).equals(line), "a line ends inside a character");
  }
  const lines = text.replace(/\r\n[ \t]/g, "").split("\r\n").slice(0, -1);
  for (const line of lines) must(CONTENT_LINE.test(line), `no content line: ${line}`);
  const named = (name: string) => lines.filter((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`));
  for (const name of TEXTS) for (const line of named(name)) must(TEXT.test(line.slice(line.indexOf(":") + 1)), `${name} is not escaped`);
  for (const name of INSTANTS) for (const line of named(name)) must(/^[A-Z-]+:\d{8}T\d{6}Z$/.test(line), `${name} is not in UTC`);
  must(named("METHOD").join() === (method === "NONE" ? "" : `METHOD:${method}`), "METHOD is another");
  for (const name of ["VERSION", "PRODID"]) must(named(name).length === 1, `${name} is not there once`);
  const events = named("BEGIN").filter((line) => line === "BEGIN:VEVENT").length;
  const { needs, never, statuses } = BY_METHOD[method];
  for (const name of ["UID", "DTSTAMP", "LAST-MODIFIED", "DTSTART", "DTEND", "STATUS", ...needs]) must(named(name).length === events, `${name} is not there once an event`);
  for (const name of never) must(named(name).length === 0, `${name} has no place here`);
  must(named("STATUS").every((line) => statuses.some((status) => line === `STATUS:${status}`)), "STATUS contradicts METHOD");
  must(named("ATTENDEE").every((line) => /;PARTSTAT=ACCEPTED;/.test(line) && /;RSVP=FALSE;/.test(line) && /:mailto:[^\s:;,"]+@[^\s:;,"]+$/i.test(line)), "ATTENDEE says neither that they come nor who they are");
  must(named("ORGANIZER").every((line) => /:mailto:[^\s:;,"]+@[^\s:;,"]+$/i.test(line)), "ORGANIZER is no address");
  return faults;
}

function linesOf(octets: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0; from < octets.length; ) {
    const end = octets.indexOf("\r\n", from);
    lines.push(octets.subarray(from, end === -1 ? octets.length : end));
    from = end === -1 ? octets.length : end + 2;
  }
  return lines;
}

/** A calendar text as a parser reads it that shares nothing with its writer; throws unless it holds one event. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const [component, ...more] = calendar.getAllSubcomponents("vevent");
  if (component === undefined || more.length > 0) throw new Error("not one event");
  const event = new ICAL.Event(component);
  const instant = (name: string) => {
    const value = component.getFirstPropertyValue(name);
    return value instanceof ICAL.Time ? value.toJSDate().getTime() : null;
  };
  return {
    method: calendar.getFirstPropertyValue("method"), status: component.getFirstPropertyValue("status"), uid: event.uid, sequence: event.sequence, summary: event.summary, description: event.description, location: event.location,
    startsAt: instant("dtstart"), endsAt: instant("dtend"), stampedAt: instant("dtstamp"), changedAt: instant("last-modified"),
    organizer: String(component.getFirstPropertyValue("organizer")), organizerName: component.getFirstProperty("organizer")?.getFirstParameter("cn"),
    attendees: event.attendees.map((attendee) => ({ address: String(attendee.getFirstValue()).replace(/^mailto:/i, ""), name: attendee.getFirstParameter("cn"), partstat: attendee.getFirstParameter("partstat"), rsvp: attendee.getFirstParameter("rsvp") })),
  };
}
