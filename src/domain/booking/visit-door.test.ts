import fc from "fast-check";
import { expect, test } from "vitest";
import { doorOpensAt, visitDoor, type DoorFacts } from "./visit-door";

// Tuesday 24 November 2026, 15:30–16:00 in London.
const STARTS_AT = Date.UTC(2026, 10, 24, 15, 30);
const ENDS_AT = STARTS_AT + 30 * 60_000;
const MINUTE = 60_000;
const visit: DoorFacts = { mode: "ONLINE", status: "CONFIRMED", startsAt: STARTS_AT, endsAt: ENDS_AT };

test.each([
  [STARTS_AT - 10 * MINUTE - 1, "early"],
  [STARTS_AT - 10 * MINUTE, "open"],
  [STARTS_AT, "open"],
  [ENDS_AT, "open"],
  [ENDS_AT + 30 * MINUTE - 1, "open"],
  [ENDS_AT + 30 * MINUTE, "over"],
] as const)("at %d the door of a confirmed video visit is %s", (now, door) => {
  expect(visitDoor(visit, now)).toBe(door);
});

test("somebody who was checked in enters by the same rule", () => {
  expect(visitDoor({ ...visit, status: "CHECKED_IN" }, STARTS_AT)).toBe("open");
  expect(visitDoor({ ...visit, status: "CHECKED_IN" }, STARTS_AT - 3_600_000)).toBe("early");
});

test.each([
  ["PENDING", "unconfirmed"], ["COMPLETED", "over"], ["NO_SHOW", "over"],
  ["HELD", "off"], ["EXPIRED", "off"], ["DECLINED", "off"], ["CANCELLED", "off"], ["RESCHEDULED", "off"],
] as const)("a visit that is %s is %s, even at its very start", (status, door) => {
  expect(visitDoor({ ...visit, status }, STARTS_AT)).toBe(door);
});

test("a request nobody answered is off once its time is past", () => {
  expect(visitDoor({ ...visit, status: "PENDING" }, ENDS_AT + 30 * MINUTE)).toBe("off");
});

test.each(["IN_PERSON", "PHONE"] as const)("a visit %s is elsewhere, until it is over or off", (mode) => {
  expect(visitDoor({ ...visit, mode }, STARTS_AT)).toBe("elsewhere");
  expect(visitDoor({ ...visit, mode }, ENDS_AT + 30 * MINUTE)).toBe("over");
  expect(visitDoor({ ...visit, mode, status: "CANCELLED" }, STARTS_AT)).toBe("off");
});

test("it opens once and closes once, whatever the length", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 24 * 60 }), fc.integer({ min: -3_000, max: 3_000 }), fc.integer({ min: 0, max: 3_000 }), (minutes, at, later) => {
      const facts = { ...visit, endsAt: STARTS_AT + minutes * MINUTE };
      const order = ["early", "open", "over"];
      const first = visitDoor(facts, STARTS_AT + at * MINUTE);
      const second = visitDoor(facts, STARTS_AT + (at + later) * MINUTE);
      expect(order.indexOf(second)).toBeGreaterThanOrEqual(order.indexOf(first));
      expect(visitDoor(facts, doorOpensAt(facts))).toBe("open");
    }),
  );
});
