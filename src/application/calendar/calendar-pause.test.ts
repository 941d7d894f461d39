import { expect, test } from "vitest";
import { longestReadPauseMs, readPause } from "./calendar-pause";

test("five minutes are a pause of 3 to 3¾ minutes, the sweep's minute and the read", () => {
  expect(readPause(5)).toEqual({ seconds: 180, spreadSeconds: 45 });
});

test.each([2, 3, 5, 15, 60, 1440])("with %i minutes a lost push shows in time, and calendars are spread", (minutes) => {
  const { seconds, spreadSeconds } = readPause(minutes);
  expect(seconds).toBeGreaterThan(0);
  expect(spreadSeconds).toBeGreaterThan(0);
  expect(longestReadPauseMs(minutes)).toBeLessThan(minutes * 60_000);
});

test("standing calls a month: what the guide says", () => {
  const MONTH_SECONDS = 30 * 86_400;
  const calls = (minutes: number) => {
    const { seconds, spreadSeconds } = readPause(minutes);
    // A calendar that is due waits for the next sweep: half a minute on average.
    return { most: MONTH_SECONDS / (seconds + 38), least: MONTH_SECONDS / (seconds + spreadSeconds + 38) };
  };
  expect(calls(5).least).toBeGreaterThan(9_500);
  expect(calls(5).most).toBeLessThan(11_900);
  expect(calls(60).least).toBeGreaterThan(720);
  expect(calls(60).most).toBeLessThan(870);
  expect(calls(1440).most).toBeLessThan(40);
});
