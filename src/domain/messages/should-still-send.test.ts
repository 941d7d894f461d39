import { expect, test } from "vitest";
import { appointmentFacts, START } from "@tests/messages/appointment-facts";
import type { AppointmentStatus } from "./appointment-facts";
import { appointmentKind, APPOINTMENT_TEMPLATES, type AppointmentTemplate } from "./appointment-kinds";
import { shouldStillSend } from "./should-still-send";

const HOUR_MS = 3_600_000;
const now = START - 48 * HOUR_MS;
const reasonFor = (...parameters: Parameters<typeof shouldStillSend>) => {
  const verdict = shouldStillSend(...parameters);
  return verdict.ok ? null : verdict.reason;
};

test.each<[AppointmentTemplate, AppointmentStatus, RegExp | null]>([
  ["booking-confirmed", "CONFIRMED", null],
  ["booking-confirmed", "CANCELLED", /cancelled/],
  ["booking-confirmed", "RESCHEDULED", /moved/],
  ["provider-booking-confirmed", "CANCELLED", /cancelled/],
  ["booking-pending", "PENDING", null],
  ["booking-pending", "CONFIRMED", /confirmed/],
  ["booking-pending", "DECLINED", /declined/],
  ["booking-rescheduled", "RESCHEDULED", /moved/],
  ["booking-rescheduled", "PENDING", null],
  ["booking-cancelled", "CANCELLED", null],
  ["booking-cancelled", "CONFIRMED", /confirmed/],
  ["booking-declined", "DECLINED", null],
  ["booking-expired", "EXPIRED", null],
  ["booking-expired", "CONFIRMED", /confirmed/],
  ["reminder", "CANCELLED", /cancelled/],
  ["reminder", "PENDING", /waiting/],
  ["reminder", "CHECKED_IN", /arrived/],
])("%s for a booking that is %s", (template, status, reason) => {
  const answer = reasonFor(template, appointmentFacts({ status }), now);
  if (reason === null) expect(answer).toBeNull();
  else expect(answer).toMatch(reason);
});

test("what lies ahead is not told once it has begun; ends are told whenever", () => {
  for (const template of APPOINTMENT_TEMPLATES.filter((name) => appointmentKind(name).ending !== "past")) {
    const status = template.endsWith("cancelled") ? "CANCELLED" : template.endsWith("declined") ? "DECLINED" : template.endsWith("expired") ? "EXPIRED" : /(pending|clashes)$/.test(template) ? "PENDING" : "CONFIRMED";
    const facts = appointmentFacts({ status, mode: "ONLINE", meetUrl: "https://meet.google.com/abc-defg-hij" });
    expect(shouldStillSend(template, facts, START - 1).ok, template).toBe(true);
    expect(shouldStillSend(template, facts, facts.endsAt).ok, template).toBe(["CANCELLED", "DECLINED", "EXPIRED"].includes(status));
  }
});

test("a video link is told while the visit lasts, and only while there is one", () => {
  const online = appointmentFacts({ mode: "ONLINE", meetUrl: "https://meet.google.com/abc-defg-hij" });
  expect(shouldStillSend("meet-ready", online, START + 60_000).ok).toBe(true);
  expect(reasonFor("meet-ready", { ...online, meetUrl: null }, now)).toMatch(/no video link/);
});

test("a reminder is due at its time", () => {
  expect(shouldStillSend("reminder", appointmentFacts(), START - 24 * HOUR_MS, 1440).ok).toBe(true);
  expect(shouldStillSend("reminder", appointmentFacts(), START - 2 * HOUR_MS, 120).ok).toBe(true);
});

test("no reminder for a booking made within its lead and a tenth", () => {
  const madeBefore = (hours: number) => reasonFor("reminder", appointmentFacts({ bookedAt: START - hours * HOUR_MS }), START - 24 * HOUR_MS, 1440);
  expect(madeBefore(26.3)).toMatch(/shortly before/);
  expect(madeBefore(26.4)).toBeNull();
});

test("no reminder of a time that has moved on, and none after its use", () => {
  expect(reasonFor("reminder", appointmentFacts(), START - 30 * HOUR_MS, 1440)).toMatch(/later time/);
  expect(reasonFor("reminder", appointmentFacts(), START - 1.5 * HOUR_MS, 1440)).toMatch(/after it was of use/);
  expect(reasonFor("reminder", appointmentFacts(), START, 120)).toMatch(/begun/);
});
