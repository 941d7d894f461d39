import { describe, expect, it } from "vitest";
import { fromEdges } from "@/domain/time/edges";
import { contains } from "@/domain/time/interval";
import { toLocal } from "@/domain/time/local-time";
import { listTimeZones, transitionsBetween } from "@/domain/time/time-zone";
import type { ScheduleFacts, ServiceRules } from "./availability-facts";
import { dayWindows } from "./day-windows";
import { explainSlot } from "./explain-slot";
import { groupSlots } from "./group-slots";
import { openSlots } from "./open-slots";

const MINUTE = 60_000;
const service: ServiceRules = {
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 15,
  slotStepMinutes: 15,
  minimumNoticeMinutes: 0,
  horizonDays: 5,
  dailyCap: null,
};
// Hours around every time at which clocks change, some of them across midnight.
const weekly = ([1, 2, 3, 4, 5, 6, 7] as const).flatMap((weekday) => [
  { weekday, startMinute: 1350, endMinute: 75 },
  { weekday, startMinute: 100, endMinute: 205 },
]);

const changes = listTimeZones().flatMap((timeZone) =>
  transitionsBetween(timeZone, Date.UTC(2024, 0, 1), Date.UTC(2036, 0, 1)).map(({ at, offsetBefore, offsetAfter }) => ({
    timeZone,
    at,
    repeatedUntil: at + (offsetBefore - offsetAfter) * MINUTE,
  })),
);

describe("slots across every clock change from 2024 to 2035", () => {
  it("are sorted, unique, inside windows, and read a time on the grid within hours", () => {
    expect(changes.length).toBeGreaterThan(3000);
    let offered = 0;
    for (const { timeZone, at, repeatedUntil } of changes) {
      const schedule: ScheduleFacts = { timeZone, weekly, breaks: [], exceptions: [], holidays: [] };
      const input = { schedule, service, busy: [], now: at - 1440 * MINUTE };
      const starts = openSlots({ ...input, range: [at - 300 * MINUTE, at + 300 * MINUTE] });
      const windows = fromEdges(dayWindows(schedule, at - 300 * MINUTE, at + 330 * MINUTE));
      offered += starts.length;
      const outside = starts.filter((start, i) => {
        const minute = Number(toLocal(start, timeZone).slice(11, 13)) * 60 + Number(toLocal(start, timeZone).slice(14));
        // Hours run on through a repeat, even where its readings are earlier than the opening.
        const isRepeat = start >= at && start < repeatedUntil;
        const isInHours = isRepeat || minute >= 1350 || minute < 75 || (minute >= 100 && minute < 205);
        const isSorted = i === 0 || start > (starts[i - 1] ?? Infinity);
        return !isSorted || !isInHours || minute % 15 !== 0 || !contains(windows, [start, start + 30 * MINUTE]);
      });
      expect({ timeZone, at, outside }).toEqual({ timeZone, at, outside: [] });
      const refused = starts.filter((startsAt) => !explainSlot({ ...input, startsAt }).ok);
      expect(refused).toEqual([]);
      const shown = groupSlots(starts, timeZone).flatMap((day) => day.slots);
      expect(shown.map((slot) => Date.parse(slot.startsAt))).toEqual(starts);
      expect(shown.map((slot) => slot.localStart)).toEqual(starts.map((start) => toLocal(start, timeZone)));
    }
    expect(offered / changes.length).toBeGreaterThan(5);
  }, 30_000);
});
