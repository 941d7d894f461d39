import { expect, test } from "vitest";
import { isHeldBack, nextTurn } from "./recipient-limit";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const minutesAgo = (...minutes: number[]) => minutes.map((ago) => NOW - ago * 60_000);

test.each([
  [[], null],
  [[1, 2], null],
  [[1, 2, 30], 30],
  [[59, 1, 30, 45], 15],
  [[60, 1, 2], null],
  [[1_439, 1_000, 900, 800, 700], 1],
  [[1_439, 1_000, 900, 800, 700, 1, 2, 3], 640],
] as const)("after messages %j minutes ago the next may go in %s minutes", (ago, inMinutes) => {
  const turn = nextTurn(minutesAgo(...ago), { perHour: 3, perDay: 5 }, NOW);
  expect(turn === null ? null : (turn - NOW) / 60_000).toBe(inMinutes);
});

test("news that a visit does not take place never waits", () => {
  expect(isHeldBack("booking-cancelled")).toBe(false);
  expect(isHeldBack("booking-rescheduled")).toBe(false);
  expect(isHeldBack("booking-confirmed")).toBe(true);
  expect(isHeldBack("reminder")).toBe(true);
});
