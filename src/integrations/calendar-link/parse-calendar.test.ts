import fc from "fast-check";
import { expect, test } from "vitest";
import type { RemoteEvent } from "@/application/shared/ports";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import { parseCalendar } from "./parse-calendar";

const WINDOW = { from: Date.parse("2026-11-20T00:00:00Z"), to: Date.parse("2027-12-26T00:00:00Z") };
const wrap = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:one@test", "DTSTAMP:20261101T000000Z", ...lines, "END:VEVENT"].join("\r\n");
const read = (ics: string, zone = "Europe/Berlin") => parseCalendar(ics, WINDOW, zone);
const iso = ({ start, end }: RemoteEvent) => [start, end].map((at) => (at === null ? "-" : at.kind === "date" ? at.onDate : new Date(at.at).toISOString().slice(0, 16))).join("/");
const times = (...lines: string[]) => read(wrap(event(...lines))).events.map(iso);

test.each([
  ["UTC", ["DTSTART:20261124T090000Z", "DTEND:20261124T100000Z"], "2026-11-24T09:00/2026-11-24T10:00"],
  ["a named zone", ["DTSTART;TZID=America/New_York:20261124T090000", "DTEND;TZID=America/New_York:20261124T100000"], "2026-11-24T14:00/2026-11-24T15:00"],
  ["a zone under a path", ["DTSTART;TZID=/freeassociation.sourceforge.net/Asia/Tokyo:20261124T090000", "DURATION:PT90M"], "2026-11-24T00:00/2026-11-24T01:30"],
  ["floating, in the calendar's zone", ["DTSTART:20261124T090000", "DTEND:20261124T100000"], "2026-11-24T08:00/2026-11-24T09:00"],
  ["an unknown zone, in the calendar's", ["DTSTART;TZID=Nowhere:20261124T090000", "DTEND;TZID=Nowhere:20261124T100000"], "2026-11-24T08:00/2026-11-24T09:00"],
  ["another zone at its end", ["DTSTART;TZID=Europe/London:20261124T090000", "DTEND;TZID=Europe/Berlin:20261124T110000"], "2026-11-24T09:00/2026-11-24T10:00"],
  ["rules of 2026: Vancouver keeps summer time", ["DTSTART;TZID=America/Vancouver:20261215T130000", "DURATION:PT1H"], "2026-12-15T20:00/2026-12-15T21:00"],
  ["all day", ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"], "2026-12-24/2026-12-27"],
  ["all day without an end", ["DTSTART;VALUE=DATE:20261224"], "2026-12-24/2026-12-25"],
  ["all day by duration", ["DTSTART;VALUE=DATE:20261224", "DURATION:P2D"], "2026-12-24/2026-12-26"],
  ["a time a gap skips", ["DTSTART;TZID=Europe/Berlin:20270328T023000", "DURATION:PT1H"], "2027-03-28T01:30/2027-03-28T02:30"],
] as const)("%s", (_name, lines, expected) => expect(times(...lines)).toEqual([expected]));

test("the calendar's own zone wins over the provider's", () => {
  expect(read(wrap("X-WR-TIMEZONE:America/New_York", event("DTSTART:20261124T090000", "DURATION:PT1H"))).events.map(iso)).toEqual(["2026-11-24T14:00/2026-11-24T15:00"]);
});

const OUTLOOK_ZONE = ["BEGIN:VTIMEZONE", "TZID:Customized Time Zone", "BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT", "END:VTIMEZONE"];
test("a zone only the file knows, as Outlook writes it: weekly at nine on both sides of the change", () => {
  const { events } = read(wrap(...OUTLOOK_ZONE, event("DTSTART;TZID=Customized Time Zone:20270323T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2")), "Pacific/Auckland");
  expect(events.map(iso)).toEqual(["2027-03-23T08:00/2027-03-23T09:00", "2027-03-30T07:00/2027-03-30T08:00"]);
});

test("a zone that would be written out for ever is not used", () => {
  const hostile = OUTLOOK_ZONE.map((line) => line.replace("FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "FREQ=SECONDLY"));
  expect(read(wrap(...hostile, event("DTSTART;TZID=Customized Time Zone:20261124T090000", "DURATION:PT1H"))).events.map(iso)).toEqual(["2026-11-24T08:00/2026-11-24T09:00"]);
});

test("a rule runs on the wall: daily at nine in Berlin, with exceptions by instant, by day and in UTC", () => {
  const daily = ["DTSTART;TZID=Europe/Berlin:20270326T090000", "DTEND;TZID=Europe/Berlin:20270326T093000", "RRULE:FREQ=DAILY;COUNT=6"];
  expect(times(...daily, "EXDATE;TZID=Europe/Berlin:20270327T090000", "EXDATE:20270329T070000Z", "EXDATE;VALUE=DATE:20270330")).toEqual(["2027-03-26T08:00/2027-03-26T08:30", "2027-03-28T07:00/2027-03-28T07:30", "2027-03-31T07:00/2027-03-31T07:30"]);
});

test.each([
  ["UNTIL in UTC includes the instant", "RRULE:FREQ=DAILY;UNTIL=20261126T080000Z", 3],
  ["UNTIL just before it does not", "RRULE:FREQ=DAILY;UNTIL=20261126T075959Z", 2],
  ["UNTIL as a date includes its day", "RRULE:FREQ=DAILY;UNTIL=20261126", 3],
  ["every other day", "RRULE:FREQ=DAILY;INTERVAL=2;UNTIL=20261130", 4],
  ["weekdays", "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20261130", 5],
  ["the last working day of each month", "RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", 4],
] as const)("%s", (_name, rule, count) => expect(times("DTSTART;TZID=Europe/Berlin:20261124T090000", "DURATION:PT1H", rule)).toHaveLength(count));

test("a series that began decades ago is read for the window alone, in step with its start", () => {
  const lines = ["DTSTART;TZID=Europe/Berlin:19980107T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"];
  const found = times(...lines);
  expect(found.length).toBeGreaterThan(26);
  for (const each of found) expect((Date.parse(`${each.slice(0, 10)}T00:00Z`) - Date.parse("1998-01-07T00:00Z")) % (14 * 86_400_000)).toBe(0);
});

test("changed instances: moved, cancelled, longer from one on; extra dates; a change whose master is elsewhere", () => {
  const master = event("DTSTART;TZID=Europe/Berlin:20261123T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY;COUNT=5", "RDATE;TZID=Europe/Berlin:20261205T120000");
  const moved = event("RECURRENCE-ID;TZID=Europe/Berlin:20261124T090000", "DTSTART;TZID=Europe/Berlin:20261124T140000", "DURATION:PT2H");
  const cancelled = event("RECURRENCE-ID:20261125T080000Z", "DTSTART:20261125T080000Z", "DURATION:PT1H", "STATUS:CANCELLED");
  const following = event("RECURRENCE-ID;RANGE=THISANDFUTURE:20261126T080000Z", "DTSTART:20261126T090000Z", "DURATION:PT30M");
  const { events } = read(wrap(following, cancelled, moved, master));
  expect(events.map((each) => `${iso(each)} ${each.status}`)).toEqual([
    "2026-11-23T08:00/2026-11-23T09:00 confirmed", "2026-11-24T13:00/2026-11-24T15:00 confirmed", "2026-11-25T08:00/2026-11-25T09:00 cancelled",
    "2026-11-26T09:00/2026-11-26T09:30 confirmed", "2026-11-27T09:00/2026-11-27T09:30 confirmed", "2026-12-05T12:00/2026-12-05T12:30 confirmed",
  ]);
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(6);
  expect(read(wrap(moved)).events.map(iso)).toEqual(["2026-11-24T13:00/2026-11-24T15:00"]);
});

test("free, tentative and out of office, in iCalendar's words and in Outlook's", () => {
  const one = (...lines: string[]) => read(wrap(event("DTSTART:20261124T090000Z", "DURATION:PT1H", ...lines))).events[0];
  expect(one("TRANSP:TRANSPARENT")?.isTransparent).toBe(true);
  expect(one("X-MICROSOFT-CDO-BUSYSTATUS:FREE")?.isTransparent).toBe(true);
  expect(one("STATUS:TENTATIVE")?.status).toBe("tentative");
  expect(one("X-MICROSOFT-CDO-BUSYSTATUS:OOF")?.eventType).toBe("outOfOffice");
  expect(one("SUMMARY:A secret")).not.toHaveProperty("summary");
});

test("our own bookings are known again, by the invitation and by the event in Google", () => {
  const seriesId = "01938a4e-0000-7000-8000-000000000001";
  for (const uid of [`${seriesId}@medbookings`, `${eventIdOf(seriesId)}@google.com`]) {
    const [found] = read(wrap(event("DTSTART:20261124T090000Z", "DURATION:PT1H").replace("one@test", uid))).events;
    expect(found).toMatchObject({ seriesId, eventId: eventIdOf(seriesId) });
  }
});

test("what cannot be followed is counted, and all else is read", () => {
  const rules = ["FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=WEEKLY;INTERVAL=999999999", "FREQ=DAILY;INTERVAL=0", "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1"];
  const events = rules.map((rule, index) => event("DTSTART:20150105T090000Z", "DURATION:PT1H", `RRULE:${rule}`).replace("one@test", `hostile-${index}`));
  const { events: found, unreadable } = read(wrap(event("DTSTART:20261124T090000Z", "DURATION:PT1H"), event("DURATION:PT1H").replace("one@test", "no start"), ...events.slice(1)));
  expect(found.map(iso)).toContain("2026-11-24T09:00/2026-11-24T10:00");
  expect(unreadable).toBeGreaterThanOrEqual(3);
  expect(read(wrap(events[0] ?? "")).unreadable).toBe(1);
});

test("one malformed event spoils no other", () => {
  const { events, unreadable } = read(wrap(event("DTSTART:20261124T090000Z", "DURATION:PT1H", "RRULE:FREQ=SOMETIMES").replace("one@test", "bad"), event("DTSTART:20261124T110000Z", "DURATION:PT1H")));
  expect(events.map(iso)).toEqual(["2026-11-24T11:00/2026-11-24T12:00"]);
  expect(unreadable).toBe(1);
});

test("an event that never ends spoils no other, and a file full of them is looked at once", () => {
  const good = event("DTSTART:20261124T110000Z", "DURATION:PT1H");
  const { events, unreadable } = read(wrap("BEGIN:VEVENT", "UID:open", good, "BEGIN:VEVENT"));
  expect(events.map(iso)).toEqual(["2026-11-24T11:00/2026-11-24T12:00"]);
  expect(unreadable).toBe(2);
  const began = performance.now();
  expect(() => read(`BEGIN:VCALENDAR\r\n${"BEGIN:VEVENT\r\n".repeat(64_000)}`)).toThrow();
  // Looked at from each of its beginnings, it would take minutes.
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("no more instances than are kept, the nearest ones", () => {
  const many = Array.from({ length: 30 }, (_, index) => event("DTSTART:20261120T000000Z", "DURATION:PT5M", "RRULE:FREQ=DAILY").replace("one@test", `many-${index}`));
  const { events, leftOut } = read(wrap(...many));
  expect(events).toHaveLength(10_000);
  expect(leftOut).toBeGreaterThan(0);
  expect(iso(events[0]!).slice(0, 10)).toBe("2026-11-20");
});

test.each(["", "BEGIN:VCALENDAR", "BEGIN:VCARD\r\nEND:VCARD\r\n", "<html>", wrap("BEGIN:VEVENT")])("%j is no calendar", (ics) => {
  try {
    expect(read(ics).events).toEqual([]);
  } catch (error) {
    expect(error).toMatchObject({ failure: { code: "not-a-calendar" } });
  }
});

const part = (name: string, low: number, high: number) => fc.option(fc.array(fc.integer({ min: low, max: high }), { minLength: 1, maxLength: 3 }).map((values) => `;${name}=${values.join(",")}`), { nil: "" });
const anyRule = fc.tuple(
  fc.constantFrom("SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"), fc.integer({ min: 0, max: 2_000_000 }), part("BYMONTH", 0, 13), part("BYMONTHDAY", -32, 32), part("BYHOUR", 0, 24), part("BYMINUTE", 0, 60), part("BYSETPOS", -5, 5), part("BYWEEKNO", -53, 53), part("BYYEARDAY", -366, 366),
  fc.option(fc.constantFrom(";BYDAY=MO", ";BYDAY=-1SU", ";BYDAY=5FR", ";BYDAY=53MO", ";BYDAY=XX"), { nil: "" }), fc.option(fc.constantFrom(";COUNT=3", ";COUNT=99999999", ";UNTIL=20270101", ";UNTIL=99990101"), { nil: "" }),
);

test("no rule anybody writes holds the reader up", () => {
  fc.assert(
    fc.property(anyRule, fc.constantFrom("00010101", "19700101", "20150105", "20261124", "99991231"), ([freq, interval, ...parts], day) => {
      const began = performance.now();
      read(wrap(event(`DTSTART:${day}T090000Z`, "DURATION:PT1H", `RRULE:FREQ=${freq};INTERVAL=${interval % 3 === 0 ? interval : (interval % 4) + 1}${parts.join("")}`)));
      expect(performance.now() - began).toBeLessThan(8_000);
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);
