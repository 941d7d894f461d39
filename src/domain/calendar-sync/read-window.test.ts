import fc from "fast-check";
import { expect, test } from "vitest";
import { isWindowStale, readWindow } from "./read-window";

const DAY = 86_400_000;

test("the window always reaches past what can be booked, even a week later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 730 }), (horizon) => {
      const { timeMin, timeMax } = readWindow(0, horizon);
      expect(timeMin).toBe(-DAY);
      expect(timeMax).toBeGreaterThanOrEqual((horizon + 7) * DAY);
    }),
  );
  expect(readWindow(0, 60).timeMax).toBe(400 * DAY);
});

test("every calendar is read whole exactly once in any seven days", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 0, max: 4e12 }), (calendarId, start) => {
      const days = Array.from({ length: 7 }, (_, day) => start + day * DAY);
      expect(days.filter((day) => isWindowStale(calendarId, day, day + DAY))).toHaveLength(1);
      expect(isWindowStale(calendarId, start, start)).toBe(false);
    }),
  );
});
