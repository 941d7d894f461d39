import fc from "fast-check";
import { expect, test } from "vitest";
import { decideWait, isGuess, isUnanswered, oldestAllowedMs, STALE_MINUTES, type LiveAnswer, type OutagePolicy, statusAfterMove, type ReadCalendar } from "./calendar-outage";

const NOW = Date.UTC(2026, 10, 23, 9, 0);
const MINUTE = 60_000;
const ago = (minutes: number) => NOW - minutes * MINUTE;
const pausing = { longestPauseMs: 4.5 * MINUTE, isConnected: true };
const pending: OutagePolicy = { answer: "ACCEPT_AS_PENDING", staleMinutes: 30 };
const lastKnown: OutagePolicy = { answer: "ACCEPT_ON_LAST_KNOWN", staleMinutes: 30 };

test.each<[string, Partial<ReadCalendar>, boolean, boolean]>([
  ["read a minute ago", { lastReadAt: ago(1) }, false, false],
  ["read exactly 30 minutes ago", { lastReadAt: ago(30) }, false, false],
  ["read a moment longer ago than that", { lastReadAt: ago(30) - 1 }, true, true],
  ["never read", { lastReadAt: null }, true, true],
  ["to be connected again, read a minute ago", { lastReadAt: ago(1), isConnected: false }, true, false],
  ["to be connected again, read an hour ago", { lastReadAt: ago(60), isConnected: false }, true, true],
  ["to be connected again, never read", { lastReadAt: null, isConnected: false }, true, true],
  ["asked in vain, read a minute ago", { lastReadAt: ago(1), live: "no-answer" }, true, false],
  ["asked in vain, read an hour ago", { lastReadAt: ago(60), live: "no-answer" }, true, true],
  ["asked and free, read an hour ago", { lastReadAt: ago(60), live: "free" }, false, false],
  ["asked and free, never read", { lastReadAt: null, live: "free" }, false, false],
  ["read by a clock ahead of ours", { lastReadAt: NOW + MINUTE }, false, false],
])("a calendar %s", (_, calendar, whenPending, whenLastKnown) => {
  const one = { ...pausing, lastReadAt: null, ...calendar };
  expect(isUnanswered(one, pending, NOW)).toBe(whenPending);
  expect(isUnanswered(one, lastKnown, NOW)).toBe(whenLastKnown);
});

test("a calendar that is read more rarely is given two of its turns", () => {
  expect(oldestAllowedMs({ longestPauseMs: 16 * MINUTE }, { staleMinutes: 10 })).toBe(32 * MINUTE);
  expect(oldestAllowedMs({ longestPauseMs: 4.5 * MINUTE }, { staleMinutes: 10 })).toBe(10 * MINUTE);
});

const anyLive = fc.option(fc.constantFrom<LiveAnswer>("free", "busy", "no-answer"), { nil: undefined });
const anyCalendar: fc.Arbitrary<ReadCalendar> = fc.record({ lastReadAt: fc.option(fc.integer({ min: ago(3_000), max: NOW }), { nil: null }), isConnected: fc.boolean(), longestPauseMs: fc.integer({ min: MINUTE, max: 60 * MINUTE }), live: anyLive }).map(({ live, ...calendar }) => ({ ...calendar, ...(live !== undefined && { live }) }));
const anyMinutes = fc.integer({ min: STALE_MINUTES.least, max: STALE_MINUTES.most });
const anyAnswer = fc.constantFrom<OutagePolicy["answer"]>("ACCEPT_AS_PENDING", "ACCEPT_ON_LAST_KNOWN");

test("law: what is confirmed was heard just now or read within what the policy allows, of every calendar", () => {
  fc.assert(
    fc.property(fc.array(anyCalendar, { maxLength: 4 }), anyAnswer, anyMinutes, (calendars, answer, staleMinutes) => {
      const policy = { answer, staleMinutes };
      if (isGuess(calendars, policy, NOW)) return;
      for (const calendar of calendars) {
        const isKnown = calendar.live === "free" || (calendar.lastReadAt !== null && NOW - calendar.lastReadAt <= oldestAllowedMs(calendar, policy));
        expect(isKnown).toBe(true);
        if (answer === "ACCEPT_AS_PENDING" && calendar.live !== "free") expect(calendar.isConnected && calendar.live !== "no-answer").toBe(true);
      }
    }),
  );
});

test("law: more minutes, fewer calendars or the other policy never turn a confirmation into a guess; time never turns a guess into one", () => {
  fc.assert(
    fc.property(fc.array(anyCalendar, { minLength: 1, maxLength: 4 }), anyMinutes, anyMinutes, fc.nat({ max: 3_000 * MINUTE }), (calendars, first, second, later) => {
      const [few, many] = [Math.min(first, second), Math.max(first, second)];
      for (const answer of ["ACCEPT_AS_PENDING", "ACCEPT_ON_LAST_KNOWN"] as const) {
        if (!isGuess(calendars, { answer, staleMinutes: few }, NOW)) {
          expect(isGuess(calendars, { answer, staleMinutes: many }, NOW)).toBe(false);
          expect(isGuess(calendars.slice(1), { answer, staleMinutes: few }, NOW)).toBe(false);
          expect(isGuess(calendars, { answer: "ACCEPT_ON_LAST_KNOWN", staleMinutes: few }, NOW)).toBe(false);
        } else {
          expect(isGuess(calendars, { answer, staleMinutes: few }, NOW + later)).toBe(true);
        }
      }
    }),
  );
});

const request = { since: ago(20), startsAt: NOW + 60 * MINUTE, expiresAt: NOW + MINUTE };
test.each<[string, Partial<typeof request>, (number | null)[], boolean, ReturnType<typeof decideWait>]>([
  ["every calendar was read after it", {}, [ago(1), ago(19)], false, "confirm"],
  ["something takes the time", {}, [ago(1)], true, "ask"],
  ["one was not read since", {}, [ago(1), ago(21)], false, "wait"],
  ["one was not read since, and something known takes the time", {}, [ago(1), ago(21)], true, "wait"],
  ["read in the very instant it was made", {}, [ago(20)], false, "wait"],
  ["one was never read", {}, [null], false, "wait"],
  ["no calendar is left", {}, [], false, "confirm"],
  ["it runs out now", { expiresAt: NOW }, [ago(1)], false, "wait"],
  ["it begins now", { startsAt: NOW }, [ago(1)], false, "wait"],
])("a waiting request when %s", (_, change, reads, isTaken, verdict) => {
  expect(decideWait({ ...request, ...change }, reads.map((lastReadAt) => ({ lastReadAt })), isTaken, NOW)).toBe(verdict);
});

test.each([
  ["CONFIRMED", true, false, "PENDING"],
  ["CONFIRMED", true, true, "CONFIRMED"],
  ["CONFIRMED", false, false, "CONFIRMED"],
  ["PENDING", true, false, "PENDING"],
  ["PENDING", false, true, "PENDING"],
] as const)("a %s visit that is moved (a guess: %s, answered for: %s) is %s", (status, isGuess, isAnsweredFor, after) => {
  expect(statusAfterMove(status, { isGuess, isAnsweredFor })).toBe(after);
});
