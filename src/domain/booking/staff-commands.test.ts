import { expect, test } from "vitest";
import { staffCommands, tooEarlyFor, type Visit } from "./staff-commands";

/** Wednesday 25 November, 00:30 in Berlin: still Tuesday in UTC. */
const startsAt = Date.parse("2026-11-24T23:30:00Z");
const visit = (status: Visit["status"]): Visit => ({ status, startsAt, timeZone: "Europe/Berlin" });
const DAY_BEGINS = Date.parse("2026-11-24T23:00:00Z");

test("people are checked in from the visit's local day on", () => {
  expect(tooEarlyFor("check-in", visit("CONFIRMED"), DAY_BEGINS - 1)).toBe("This appointment is on a later day.");
  expect(tooEarlyFor("check-in", visit("CONFIRMED"), DAY_BEGINS)).toBeNull();
  expect(tooEarlyFor("check-in", visit("CONFIRMED"), DAY_BEGINS + 40 * 86_400_000)).toBeNull();
});

test.each([
  ["CONFIRMED", DAY_BEGINS - 1, ["reschedule", "cancel"]],
  ["CONFIRMED", DAY_BEGINS, ["check-in", "reschedule", "cancel"]],
  ["CONFIRMED", startsAt, ["check-in", "complete", "no-show", "reschedule", "cancel"]],
  ["CHECKED_IN", DAY_BEGINS, ["complete"]],
  ["PENDING", DAY_BEGINS - 1, ["approve", "decline", "reschedule", "cancel"]],
  ["CANCELLED", startsAt, []],
] as const)("a %s visit at %i", (status, now, commands) => {
  expect(staffCommands(visit(status), now)).toEqual(commands);
});
