import { expect, test } from "vitest";
import { reminderChoice } from "./reminder-choice";

test.each([
  [false, null, null, null],
  [false, null, "NONE", "NONE"],
  [false, "SMS", "NONE", "SMS"],
  [false, "NONE", "EMAIL", "NONE"],
  [true, "EMAIL", "SMS", "NONE"],
  [true, null, null, "NONE"],
  [false, "pigeon", "EMAIL", "EMAIL"],
] as const)("stopped: %s, of the visit: %s, of the patient: %s makes %s", (isStopped, ofVisit, ofPatient, expected) => {
  expect(reminderChoice({ isStopped, ofVisit, ofPatient })).toBe(expected);
});
