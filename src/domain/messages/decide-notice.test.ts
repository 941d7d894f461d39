import { expect, test } from "vitest";
import { decideAgenda, decideWeekPrompt, findInWeek, inTime } from "./decide-notice";

const DAY = { isWanted: true, isWantedOnFreeDays: false, visits: 3 };
const WEEK = { isWanted: true, hasHours: true, isOpen: true, visits: 0 };
const WINDOW = { opensAt: 100, closesAt: 200 };

test("a day with visits is told, a free one only to who asked for it, and nothing to who wants none", () => {
  expect(decideAgenda(DAY).ok).toBe(true);
  expect(decideAgenda({ ...DAY, visits: 0 })).toMatchObject({ ok: false, reason: "There are no visits on this day." });
  expect(decideAgenda({ ...DAY, visits: 0, isWantedOnFreeDays: true }).ok).toBe(true);
  expect(decideAgenda({ ...DAY, isWanted: false, isWantedOnFreeDays: true }).ok).toBe(false);
});

test.each([
  [{ ...WEEK, visits: 1 }, null, "Next week has visits."],
  [WEEK, "no-visits", null],
  [{ ...WEEK, isOpen: false, hasHours: false }, "no-hours", null],
  [{ ...WEEK, isOpen: false }, null, "Next week is taken off."],
  [{ ...WEEK, isWanted: false }, "no-visits", "The provider wants no word about next week."],
] as const)("%o is worth %s", (week, finding, refusal) => {
  expect(findInWeek(week)).toBe(finding);
  const verdict = decideWeekPrompt(week);
  expect(verdict.ok ? null : verdict.reason).toBe(refusal);
});

test("after its window a notice is too late, which what nobody wanted is not", () => {
  expect(inTime({ ok: true }, WINDOW, 200)).toEqual({ ok: true });
  expect(inTime({ ok: true }, WINDOW, 201)).toMatchObject({ ok: false, isTooLate: true });
  expect(inTime(decideAgenda({ ...DAY, isWanted: false }), WINDOW, 201)).not.toHaveProperty("isTooLate");
});
