import { expect, test } from "vitest";
import { planPush, type BookingStatusForCalendar, type EventLinkFacts, type PushStep } from "./plan-push";

const cases: [PushStep, EventLinkFacts["state"], number | null, BookingStatusForCalendar, number][] = [
  ["insert", "PENDING", null, "CONFIRMED", 1],
  ["insert", "REMOVED", null, "CONFIRMED", 3],
  ["insert", "FAILED", null, "CONFIRMED", 1],
  ["patch", "PENDING", 1, "CONFIRMED", 2],
  // A move writes a new booking row whose version starts again.
  ["patch", "PENDING", 1, "CONFIRMED", 1],
  ["patch", "FAILED", 1, "CONFIRMED", 1],
  ["nothing", "SYNCED", 2, "CONFIRMED", 2],
  ["patch", "SYNCED", 1, "CHECKED_IN", 2],
  ["delete", "PENDING", 2, "CANCELLED", 3],
  ["delete", "PENDING", 2, "DECLINED", 3],
  ["delete", "PENDING", 1, "PENDING", 1],
  // The answer to the insert may have been lost.
  ["delete", "PENDING", null, "CANCELLED", 2],
  ["nothing", "REMOVED", null, "CANCELLED", 2],
];

test.each(cases)("%s: link %s written at %s, booking %s at %i", (step, state, syncedVersion, status, version) => {
  expect(planPush({ state, syncedVersion }, { status, version })).toBe(step);
});
