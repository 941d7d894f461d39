import { expect, test } from "vitest";
import { isCurrentPath } from "./is-current-path";

test("an item is current on its page and on pages below it", () => {
  expect(isCurrentPath("/bookings", "/bookings")).toBe(true);
  expect(isCurrentPath("/bookings/17", "/bookings?state=open")).toBe(true);
  expect(isCurrentPath("/bookings-archive", "/bookings")).toBe(false);
  expect(isCurrentPath("/bookings", "/")).toBe(false);
  expect(isCurrentPath("/", "/")).toBe(true);
});
