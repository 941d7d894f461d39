import { expect, test } from "vitest";
import { appointmentFacts, LINKS } from "@tests/messages/appointment-facts";
import { appointmentKind, APPOINTMENT_TEMPLATES } from "./appointment-kinds";
import { smsSegments } from "./sms-segments";
import { smsText, textParts, textSentence } from "./sms-text";

const ALL = APPOINTMENT_TEMPLATES;
const NAMES = ["Dr Amara Okafor", "Dr Łukasz Żółć-Brzęczyszczykiewicz", "Dr " + "Wilhelmine ".repeat(20), "李".repeat(200), "د. أمينة يوسف", "😀".repeat(120)];

test.each(ALL)("%s: at most two segments whatever the name, one link, no line break", (template) => {
  for (const name of NAMES) {
    const facts = appointmentFacts({ provider: { name, timeZone: "Europe/Berlin" }, mode: "ONLINE", place: null, meetUrl: "https://meet.google.com/abc-defg-hij" });
    const text = smsText(template, facts, LINKS);
    expect(smsSegments(text), text).toBeLessThanOrEqual(2);
    expect(text.match(/https?:\/\//g)).toHaveLength(1);
    // What follows a visit asks to book again; when it was is known.
    if (appointmentKind(template).ending !== "past") expect(text).toMatch(/Tue 24 Nov, 1[56]:30 (London|Berlin) time/);
    expect(text).not.toMatch(/[\r\n!]/);
  }
});

test.each(ALL.filter((template) => template !== "reminder"))("%s: one segment for a usual name", (template) => {
  expect(smsSegments(smsText(template, appointmentFacts(), LINKS))).toBe(1);
});

test("a reminder says which answers there are, and asks nobody twice whether they come", () => {
  for (const name of NAMES) expect(smsText("reminder", appointmentFacts({ provider: { name, timeZone: "Europe/Berlin" } }), LINKS)).toContain(". Reply YES to confirm, C if you cannot come, R to move. https://");
  expect(smsText("reminder", appointmentFacts({ isAttendanceConfirmed: true }), LINKS)).toContain(". Reply C if you cannot come, R to move. https://");
  expect(textSentence("reminder", appointmentFacts(), textParts("reminder", appointmentFacts(), LINKS))).toContain("Reply YES to confirm");
});

test("both times where the visit happens elsewhere, in the reader's zone first", () => {
  expect(smsText("reminder", appointmentFacts(), LINKS)).toContain("15:30 London time (16:30 in Berlin)");
  const tokyo = appointmentFacts({ patient: { name: "Sam", email: null, timeZone: "Asia/Tokyo" } });
  expect(smsText("reminder", tokyo, LINKS)).toContain("Wed 25 Nov, 00:30 Tokyo time (Tue 16:30 in Berlin)");
});

test("the link leads where the reader can act", () => {
  expect(smsText("booking-confirmed", appointmentFacts(), LINKS)).toContain(LINKS.shortUrl);
  expect(smsText("booking-cancelled", appointmentFacts(), LINKS)).toContain(LINKS.bookUrl);
  expect(smsText("provider-booking-pending", appointmentFacts(), LINKS)).toContain(LINKS.staffUrl);
});

test("no text asks for an answer that carriers take as an opt-out", () => {
  for (const template of ALL) expect(smsText(template, appointmentFacts(), LINKS)).not.toMatch(/\b(reply|send|text)\b.*\b(cancel|stop|end|quit)\b/i);
});

test("a WhatsApp template gets who, when and link, and reads like the SMS", () => {
  const parts = textParts("booking-confirmed", appointmentFacts(), LINKS);
  expect(parts).toMatchObject({ who: "Dr Amara Okafor", when: "Tue 24 Nov, 15:30 London time (16:30 in Berlin)", link: LINKS.manageUrl });
  expect(textSentence("booking-confirmed", appointmentFacts(), { who: "{{1}}", when: "{{2}}", link: "{{3}}" })).toBe("Booked: {{1}}, {{2}}. View, move or cancel: {{3}}");
});
