import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { calendarFaults } from "@tests/messages/calendar-rules";
import { appointmentFeed, type FeedEntry } from "./appointment-feed";

const START = Date.parse("2026-11-24T15:30:00Z");
const entry = (overrides: Partial<FeedEntry> = {}): FeedEntry => ({
  seriesId: "01938a4e-0000-7000-8000-000000000001", state: "confirmed", startsAt: START, endsAt: START + 1_800_000, sequence: 2, changedAt: START - 86_400_000,
  title: "Appointment with Dr Amara Okafor", place: "Parkstraße 12, 10115 Berlin", url: "https://clinic.example/my/bookings", ...overrides,
});
/** Read by a parser that shares nothing with the writer. */
const read = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => ({ component, event: new ICAL.Event(component) }));

test("an appointment is read back with the invitation's UID and SEQUENCE, in UTC, stamped with its last change", () => {
  const text = appointmentFeed("MedBookings", [entry()]);
  const [only] = read(text);
  expect(only?.event).toMatchObject({ uid: "01938a4e-0000-7000-8000-000000000001@medbookings", sequence: 2, summary: "Appointment with Dr Amara Okafor", location: "Parkstraße 12, 10115 Berlin" });
  expect(only?.event.startDate.toJSDate().getTime()).toBe(START);
  expect(only?.event.endDate.toJSDate().getTime()).toBe(START + 1_800_000);
  expect(text).toContain("DTSTAMP:20261123T153000Z");
  expect(text).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/);
  expect(appointmentFeed("MedBookings", [entry()])).toBe(text);
});

test.each([["confirmed", "CONFIRMED"], ["tentative", "TENTATIVE"], ["cancelled", "CANCELLED"]] as const)("%s is STATUS:%s", (state, status) => {
  expect(read(appointmentFeed("MedBookings", [entry({ state })]))[0]?.component.getFirstPropertyValue("status")).toBe(status);
});

test("an empty feed is still a calendar that says how often to look", () => {
  const text = appointmentFeed("MedBookings", []);
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\nPRODID:/);
  expect(text).toMatch(/REFRESH-INTERVAL;VALUE=DURATION:PT15M/);
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(read(text)).toEqual([]);
});

const HOSTILE = ["semi;colon,comma\\back\"quote", "Sam\r\nATTENDEE:mailto:evil@example.test", "أمينة الخطيب 🌻".repeat(12), "👩‍👩‍👧‍👦".repeat(40), "名".repeat(200), "\u202eevil\u202c", "a\u0000b\u0007c", "END:VEVENT", "\\n;,\\;"];
const anyText = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", maxLength: 300 }), fc.string({ unit: "binary", maxLength: 120 }));

test("whatever a name holds, a feed keeps the rules, and shows as many events as appointments", () => {
  fc.assert(
    fc.property(fc.array(fc.record({ title: anyText, place: fc.option(anyText) }), { maxLength: 4 }), anyText, (texts, name) => {
      const text = appointmentFeed(name, texts.map((each, index) => entry({ ...each, seriesId: `series-${index}` })));
      expect(calendarFaults(text, "NONE")).toEqual([]);
      expect(text.match(/^BEGIN:VEVENT$/gm) ?? []).toHaveLength(texts.length);
      expect(read(text)).toHaveLength(texts.length);
    }),
    { numRuns: 150 },
  );
});

test("escaped text comes back as it was", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", ",", ";", "\\", '"', ":", "é", "🌻", "ש", "n", "N"), minLength: 1, maxLength: 90 }), (title) => {
      expect(read(appointmentFeed("MedBookings", [entry({ title })]))[0]?.event.summary).toBe(title);
    }),
  );
});
