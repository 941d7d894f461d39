import ICAL from "ical.js";
import { expect, test } from "vitest";
import { appointmentFacts, LINKS, START } from "@tests/messages/appointment-facts";
import { appointmentInvite, type InviteMethod } from "./invite";

const NOW = START - 86_400_000;
function parse(method: InviteMethod, overrides: Parameters<typeof appointmentFacts>[0] = {}) {
  const text = appointmentInvite(appointmentFacts(overrides), method, LINKS.manageUrl, NOW);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const component = calendar.getFirstSubcomponent("vevent");
  if (component === null) throw new Error("no event");
  return { text, calendar, component, event: new ICAL.Event(component) };
}

test("a request is read back as the appointment: the same entry for the whole series, in UTC", () => {
  const { calendar, component, event, text } = parse("REQUEST", { sequence: 2 });
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(event.uid).toBe("01938a4e-0000-7000-8000-000000000001@medbookings");
  expect(event.sequence).toBe(2);
  expect(event.startDate.toJSDate().getTime()).toBe(START);
  expect(event.endDate.toJSDate().getTime()).toBe(START + 1_800_000);
  expect(text).toContain("DTSTART:20261124T153000Z");
  expect(text).toContain("DTSTAMP:20261123T153000Z");
  expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
  expect(event.summary).toBe("Appointment with Dr Amara Okafor");
  expect(event.location).toBe("Main site, Parkstraße 12, 10115 Berlin");
  expect(String(event.organizer)).toBe("mailto:hello@praxis.example");
  expect(event.attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual(["mailto:sam@example.test"]);
});

test("a cancellation takes the same entry away", () => {
  const { calendar, component, event } = parse("CANCEL", { sequence: 3, status: "CANCELLED" });
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
  expect(event.sequence).toBe(3);
  expect(event.description).not.toContain("https://");
});

test("a video visit is located at its link; a request still unanswered is tentative; a download invites nobody", () => {
  const meetUrl = "https://meet.google.com/abc-defg-hij";
  expect(parse("REQUEST", { mode: "ONLINE", place: null, meetUrl }).event.location).toBe(meetUrl);
  expect(parse("REQUEST", { status: "PENDING" }).component.getFirstPropertyValue("status")).toBe("TENTATIVE");
  expect(parse("PUBLISH").event.attendees).toEqual([]);
});

const HOSTILE = ['<script>alert(1)</script>', 'Sam\r\nATTENDEE:mailto:evil@example.test', "semi;colon,comma\\back\"quote", "名".repeat(200), "أمينة 🌻".repeat(20)];

test.each(HOSTILE)("a name such as %j neither breaks out nor breaks the lines", (name) => {
  const { text, event } = parse("REQUEST", { patient: { name, email: "sam@example.test", timeZone: "Europe/London" }, provider: { name, timeZone: "Europe/Berlin" }, clinic: { name, email: "hello@praxis.example", phone: null, addressLines: [] } });
  expect(event.attendees).toHaveLength(1);
  expect(text).not.toMatch(/^ATTENDEE:mailto:evil/m);
  expect(event.summary.startsWith("Appointment with ")).toBe(true);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
});
