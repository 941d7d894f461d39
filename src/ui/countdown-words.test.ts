import { expect, test } from "vitest";
import { countdownMoment, countdownWords, formatCountdown } from "./countdown-words";

test("minutes and two-digit seconds", () => {
  expect(formatCountdown(545)).toBe("9:05");
  expect(formatCountdown(59)).toBe("0:59");
  expect(formatCountdown(-3)).toBe("0:00");
});

test("only a handful of announcements in ten minutes", () => {
  const heard = new Set<string>();
  for (let left = 600; left >= 0; left--) {
    const moment = countdownMoment(left);
    if (moment !== null) heard.add(countdownWords(moment));
  }
  expect([...heard]).toEqual(["5 minutes left", "2 minutes left", "1 minute left", "30 seconds left", "The time is up"]);
});
