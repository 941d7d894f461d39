import { expect, test } from "vitest";
import { canText } from "./can-text";

const EUROPE = new Set(["DE", "GB"]);

test.each([
  ["+4915112345678", EUROPE, true],
  ["+442079460123", EUROPE, true],
  ["+33612345678", EUROPE, false],
  ["+18765551234", new Set(["US"]), false],
  ["+12025550123", new Set(["US"]), true],
  ["+15005550006", new Set(["US"]), true],
  ["+15005550006", EUROPE, false],
  ["+88213123456", EUROPE, false],
  ["nobody", EUROPE, false],
  ["+33612345678", null, true],
  // Premium and personal numbers.
  ["+449098790000", EUROPE, false],
  ["+447011234567", EUROPE, false],
  ["+19002345678", null, false],
])("%s", (phone, countries, expected) => {
  expect(canText(phone, countries)).toBe(expected);
});
