import { expect, test } from "vitest";
import { timeLeft } from "./time-left";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test.each([
  [0, "0:00"],
  [-5 * MINUTE, "0:00"],
  [1, "0:01"],
  [9 * MINUTE + 4 * SECOND, "9:04"],
  [59 * MINUTE + 59 * SECOND, "59:59"],
  [HOUR, "1 hour"],
  [HOUR + MINUTE, "1 hour 1 minute"],
  [26 * HOUR + 5 * MINUTE, "26 hours 5 minutes"],
  [48 * HOUR, "2 days"],
  [95 * HOUR, "3 days"],
])("%d ms are %s", (ms, words) => {
  expect(timeLeft(ms)).toBe(words);
});
