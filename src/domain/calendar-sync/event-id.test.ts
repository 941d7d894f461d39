import fc from "fast-check";
import { expect, test } from "vitest";
import { conferenceRequestIdOf, eventIdOf } from "./event-id";

test("an event id uses only what Google takes, and differs between series", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (left, right) => {
      expect(eventIdOf(left)).toMatch(/^mb[0-9a-v]{26}$/);
      expect(eventIdOf(left)).toBe(eventIdOf(left.toUpperCase()));
      expect(eventIdOf(left) === eventIdOf(right)).toBe(left === right);
    }),
  );
});

test("known ids stay what they are, or events written earlier would be written again", () => {
  expect(eventIdOf("00000000-0000-0000-0000-000000000000")).toBe("mb00000000000000000000000000");
  expect(eventIdOf("ffffffff-ffff-ffff-ffff-ffffffffffff")).toBe("mb7vvvvvvvvvvvvvvvvvvvvvvvvv");
});

test("a Meet link is asked for again under another id only after the event that failed", () => {
  const series = "01930000-0000-7000-8000-0000000000ff";
  expect(conferenceRequestIdOf(series, null)).toBe(conferenceRequestIdOf(series, null));
  expect(conferenceRequestIdOf(series, '"3181161784712000"')).toBe(conferenceRequestIdOf(series, '"3181161784712000"'));
  expect(conferenceRequestIdOf(series, '"3181161784712000"')).not.toBe(conferenceRequestIdOf(series, null));
  expect(conferenceRequestIdOf(series, '"3181161784712000"')).not.toBe(conferenceRequestIdOf(series, '"3181161784713000"'));
});

test("what is not a UUID is refused", () => {
  expect(() => eventIdOf("mb")).toThrow(RangeError);
});
