import { describe, expect, test } from "vitest";
import { decideTransition, TRANSITIONS, type BookingCommand, type BookingRole, type BookingState } from "./booking-state-machine";

const STATES: BookingState[] = ["HELD", "PENDING", "CONFIRMED", "CHECKED_IN", "COMPLETED", "EXPIRED", "DECLINED", "CANCELLED", "RESCHEDULED", "NO_SHOW"];
const ROLES: BookingRole[] = ["holder", "patient", "staff", "system"];

/** The whole life cycle again, written the other way round: by role and state. `-` is a state nobody leaves. */
const EXPECTED: Record<string, string> = {
  "holder HELD": "confirm>CONFIRMED request>PENDING release>EXPIRED",
  "staff HELD": "confirm>CONFIRMED request>PENDING",
  "system HELD": "expire>EXPIRED",
  "staff PENDING": "approve>CONFIRMED decline>DECLINED cancel>CANCELLED reschedule>RESCHEDULED",
  "patient PENDING": "cancel>CANCELLED reschedule>RESCHEDULED",
  "system PENDING": "expire>EXPIRED approve>CONFIRMED cancel>CANCELLED reschedule>RESCHEDULED",
  "staff CONFIRMED": "cancel>CANCELLED reschedule>RESCHEDULED check-in>CHECKED_IN complete>COMPLETED no-show>NO_SHOW",
  "patient CONFIRMED": "cancel>CANCELLED reschedule>RESCHEDULED",
  "system CONFIRMED": "cancel>CANCELLED reschedule>RESCHEDULED",
  "staff CHECKED_IN": "complete>COMPLETED",
  "staff CANCELLED": "reinstate>RESCHEDULED",
  "system CANCELLED": "reinstate>RESCHEDULED",
};

describe("every command in every state by every role", () => {
  for (const role of ROLES) {
    for (const state of STATES) {
      test(`${role}, ${state}`, () => {
        const allowed = (Object.keys(TRANSITIONS) as BookingCommand[]).flatMap((command) => {
          const verdict = decideTransition(command, state, role);
          return verdict.ok ? [`${command}>${verdict.to}`] : [];
        });
        expect(allowed.join(" ")).toBe(EXPECTED[`${role} ${state}`] ?? "");
      });
    }
  }
});

test("a step the state knows but the role may not take is a matter of permission, not of state", () => {
  expect(decideTransition("approve", "PENDING", "patient")).toEqual({ ok: false, reason: "NOT_ALLOWED" });
  expect(decideTransition("approve", "CONFIRMED", "staff")).toEqual({ ok: false, reason: "STATUS_CONFLICT" });
});
