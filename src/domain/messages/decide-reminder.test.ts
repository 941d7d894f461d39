import { expect, test } from "vitest";
import { appointmentFacts, START } from "@tests/messages/appointment-facts";
import { decideReminder } from "./decide-reminder";

const HOUR_MS = 3_600_000;
const decided = (minutesBefore: number, now: number, overrides: Parameters<typeof appointmentFacts>[0] = {}) => {
  const due = decideReminder(appointmentFacts(overrides), minutesBefore, now);
  return due.ok ? due.rung.steps.map(({ channel }) => channel) : due.isTooLate ? "too late" : due.reason;
};

test("a reminder is sent from its time until it is of no use", () => {
  expect(decided(120, START - 2 * HOUR_MS - 61_000)).toMatch(/moved to a later time/);
  expect(decided(120, START - 2 * HOUR_MS - 59_000)).toEqual(["CHOSEN"]);
  expect(decided(120, START - 15 * 60_000)).toEqual(["CHOSEN"]);
  expect(decided(120, START - 15 * 60_000 + 1)).toBe("too late");
  expect(decided(1440, START - 3 * HOUR_MS + 1)).toBe("too late");
});

test("an outage past the time of a later reminder leaves the word to that one", () => {
  const reminders = [{ minutesBefore: 180, channel: "SMS" as const }, { minutesBefore: 120, channel: "SMS" as const }, { minutesBefore: 180, channel: "EMAIL" as const }];
  expect(decided(180, START - 2.5 * HOUR_MS, { reminders })).toEqual(["SMS", "EMAIL"]);
  expect(decided(180, START - 2 * HOUR_MS, { reminders })).toEqual(["EMAIL"]);
});

test("a lead the booking does not have is not sent", () => {
  expect(decided(60, START - HOUR_MS)).toMatch(/later reminder/);
});
