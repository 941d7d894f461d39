import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLocal, toLocal } from "@/domain/time/local-time";
import { quietNight } from "./quiet-night";
import { reminderLadder } from "./reminder-ladder";
import { REMINDER_CHANNELS, type ReminderStep } from "./reminder-step";
import { reminderTime, usefulUntil } from "./reminder-time";

const MINUTE = 60_000;
const zones = ["Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"];
const minute = (from: string, to: string) => fc.integer({ min: Date.parse(from) / MINUTE, max: Date.parse(to) / MINUTE }).map((at) => at * MINUTE);
const startsAt = minute("2025-01-01T00:00:00Z", "2028-01-01T00:00:00Z");
const zone = fc.constantFrom(...zones);
const lead = fc.constantFrom(15, 30, 60, 120, 240, 600, 720, 1440, 2880, 10_080);
const step: fc.Arbitrary<ReminderStep> = fc.record({ minutesBefore: lead, channel: fc.constantFrom(...REMINDER_CHANNELS) });
const isNight = (at: number, timeZone: string) => {
  const time = toLocal(at, timeZone).slice(11);
  return time >= "21:00" || time < "08:00";
};

test("a night is exactly the local time from 21:00 to 08:00, also where clocks change", () => {
  fc.assert(
    fc.property(startsAt, zone, (at, timeZone) => {
      const night = quietNight(at, timeZone);
      expect(night !== null).toBe(isNight(at, timeZone));
      if (night === null) return;
      expect(night.from <= at && at < night.until).toBe(true);
      expect(toLocal(night.from, timeZone).slice(11)).toBe("21:00");
      expect(toLocal(night.until, timeZone).slice(11)).toBe("08:00");
    }),
  );
});

test("a reminder goes at its time by day, else at the nearest waking minute of use, and is never lost or late", () => {
  fc.assert(
    fc.property(startsAt, zone, lead, fc.integer({ min: 1, max: 3 * 1440 }), (start, timeZone, minutesBefore, bookedEarlier) => {
      const due = start - minutesBefore * MINUTE;
      const notBefore = due - bookedEarlier * MINUTE;
      const time = reminderTime({ startsAt: start, timeZone }, minutesBefore, notBefore);
      if (time === null) throw new Error("a reminder was lost");
      const { sendAt } = time;
      const latest = time.usefulUntil - 5 * MINUTE;
      expect(sendAt).toBeGreaterThan(notBefore);
      expect(sendAt).toBeLessThanOrEqual(time.usefulUntil);
      expect(time.usefulUntil).toBeLessThan(start);
      if (!isNight(due, timeZone)) return void expect(sendAt).toBe(due);
      const distances = Array.from({ length: 13 * 60 }, (_, index) => index).flatMap((distance) => [due - distance * MINUTE, due + distance * MINUTE]);
      const nearest = distances.find((at) => at > notBefore && at <= latest && !isNight(at, timeZone));
      if (nearest === undefined) return void expect(sendAt).toBe(due);
      expect(isNight(sendAt, timeZone)).toBe(false);
      expect(Math.abs(sendAt - due)).toBe(Math.abs(nearest - due));
    }),
    { numRuns: 150 },
  );
});

test("what lies in the past is not planned", () => {
  fc.assert(
    fc.property(startsAt, zone, lead, fc.nat({ max: 2880 }), (start, timeZone, minutesBefore, late) => {
      expect(reminderTime({ startsAt: start, timeZone }, minutesBefore, start - minutesBefore * MINUTE + late * MINUTE)).toBeNull();
    }),
  );
});

test("a ladder sends each step at most once per channel, never two of one channel together, and its last always", () => {
  fc.assert(
    fc.property(startsAt, zone, fc.array(step, { maxLength: 6 }), (start, timeZone, reminders) => {
      const rungs = reminderLadder({ startsAt: start, timeZone, reminders }, start - 30 * 1440 * MINUTE);
      const sends = rungs.flatMap(({ sendAt, steps }) => steps.map(({ channel }) => `${sendAt} ${channel}`));
      expect(new Set(sends).size).toBe(sends.length);
      for (const channel of new Set(reminders.map((one) => one.channel))) {
        const last = Math.min(...reminders.filter((one) => one.channel === channel).map(({ minutesBefore }) => minutesBefore));
        expect(rungs.find(({ minutesBefore }) => minutesBefore === last)?.steps.some((one) => one.channel === channel)).toBe(true);
      }
    }),
  );
});

const BERLIN = "Europe/Berlin";
const at = (local: string) => fromLocal(local, BERLIN);
const localTime = (start: string, minutesBefore: number, bookedAt = "2026-11-01T12:00") => {
  const time = reminderTime({ startsAt: at(start), timeZone: BERLIN }, minutesBefore, at(bookedAt));
  return time && toLocal(time.sendAt, BERLIN);
};

test("two hours before an early visit is the morning while that is of use, else the evening before", () => {
  expect(localTime("2026-11-24T09:00", 120)).toBe("2026-11-24T08:00");
  expect(localTime("2026-11-24T08:30", 120)).toBe("2026-11-24T08:00");
  expect(localTime("2026-11-24T08:15", 120)).toBe("2026-11-23T20:59");
  expect(localTime("2026-11-24T23:30", 120)).toBe("2026-11-24T20:59");
});

test("booked in the night before, with no waking minute left, a reminder keeps its time", () => {
  expect(localTime("2026-11-24T08:00", 120, "2026-11-23T23:00")).toBe("2026-11-24T06:00");
});

test("of two reminders that the night brings together the later one speaks", () => {
  const reminders: ReminderStep[] = [{ minutesBefore: 240, channel: "SMS" }, { minutesBefore: 120, channel: "SMS" }, { minutesBefore: 240, channel: "EMAIL" }];
  const rungs = reminderLadder({ startsAt: at("2026-11-24T08:00"), timeZone: BERLIN, reminders }, at("2026-11-01T12:00"));
  expect(rungs.map(({ minutesBefore, steps }) => [minutesBefore, steps.map(({ channel }) => channel)])).toEqual([[240, ["EMAIL"]], [120, ["SMS"]]]);
});

test("a reminder is of use until an eighth of its lead, and ten minutes, before the start", () => {
  expect([10_080, 1440, 120, 60, 15].map((minutes) => -usefulUntil(0, minutes) / MINUTE)).toEqual([1260, 180, 15, 10, 10]);
});
