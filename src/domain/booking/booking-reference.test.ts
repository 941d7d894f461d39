import fc from "fast-check";
import { expect, test } from "vitest";
import { bookingReference, normalizeReference } from "./booking-reference";

const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });

test("references have one form and no letters that are mistaken for each other", () => {
  fc.assert(fc.property(bytes, (random) => /^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/.test(bookingReference(random))));
});

test("what people type finds the same reference", () => {
  fc.assert(fc.property(bytes, (random) => normalizeReference(bookingReference(random).toLowerCase().replace("-", " ")) === bookingReference(random)));
});

test("too little chance is refused", () => {
  expect(() => bookingReference(new Uint8Array(8))).toThrow(RangeError);
});
