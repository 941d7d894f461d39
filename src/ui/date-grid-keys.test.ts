import { expect, test } from "vitest";
import { moveInMonth, moveInStrip } from "./date-grid-keys";

// Tuesday 24 November 2026.
test.each([
  ["ArrowLeft", false, "2026-11-23"],
  ["ArrowRight", false, "2026-11-25"],
  ["ArrowUp", false, "2026-11-17"],
  ["ArrowDown", false, "2026-12-01"],
  ["Home", false, "2026-11-23"],
  ["End", false, "2026-11-29"],
  ["PageUp", false, "2026-10-24"],
  ["PageDown", false, "2026-12-24"],
  ["PageUp", true, "2025-11-24"],
  ["PageDown", true, "2027-11-24"],
])("%s (shift %s) leads to %s", (key, shift, expected) => {
  expect(moveInMonth("2026-11-24", key, shift)).toBe(expected);
});

test("keys that do not move are left to the browser", () => {
  for (const key of ["Enter", " ", "Tab", "a"]) expect(moveInMonth("2026-11-24", key, false)).toBeNull();
});

test("movement stops at the bounds", () => {
  const bounds = { earliest: "2026-11-20", latest: "2026-12-10" };
  expect(moveInMonth("2026-11-24", "ArrowUp", false, bounds)).toBe("2026-11-20");
  expect(moveInMonth("2026-11-24", "PageDown", false, bounds)).toBe("2026-12-10");
});

test("a strip moves by days and weeks and stops at its ends", () => {
  expect(moveInStrip(3, "ArrowRight", 14)).toBe(4);
  expect(moveInStrip(3, "PageDown", 14)).toBe(10);
  expect(moveInStrip(10, "PageDown", 14)).toBe(13);
  expect(moveInStrip(3, "Home", 14)).toBe(0);
  expect(moveInStrip(3, "End", 14)).toBe(13);
  expect(moveInStrip(0, "ArrowLeft", 14)).toBe(0);
  expect(moveInStrip(0, "ArrowDown", 14)).toBeNull();
  expect(moveInStrip(0, "End", 0)).toBeNull();
});
