import type { OpenSlotsInput } from "@/domain/availability/open-slots";
import type { ServiceRules, WeeklyRule } from "@/domain/availability/availability-facts";
import { DAY_MS, MINUTE_MS, type Weekday } from "@/domain/time/calendar-day";
import type { Interval } from "@/domain/time/interval";
import { seededRandom, type Random } from "./seeded-random";

export type BenchCase = { input: OpenSlotsInput; displayZone: string };

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const ZONES = [
  "Europe/London",
  "America/New_York",
  "America/Vancouver",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Pacific/Apia",
  "Pacific/Chatham",
  "America/St_Johns",
  "UTC",
];
const VISIT: ServiceRules = {
  durationMinutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  slotStepMinutes: 15,
  minimumNoticeMinutes: 120,
  horizonDays: 60,
  dailyCap: null,
};

/** The published case: one provider, 30 days of weekday hours with lunch, 343 busy intervals, 30 minutes every 15. */
export function providerMonth(seed: number): BenchCase {
  const random = seededRandom(seed);
  const from = Date.UTC(2026, 8, 28);
  const weekly = WEEKDAYS.slice(0, 5).flatMap((weekday): WeeklyRule[] => [
    { weekday, startMinute: 540, endMinute: 720 },
    { weekday, startMinute: 780, endMinute: 1020 },
  ]);
  const busy = busyIntervals(random, 343, from, 30, 30);
  return {
    displayZone: "Europe/London",
    input: {
      schedule: { timeZone: "Europe/London", weekly, breaks: [], exceptions: [], holidays: [] },
      service: VISIT,
      busy,
      range: [from, from + 30 * DAY_MS],
      now: from - 12 * 60 * MINUTE_MS,
    },
  };
}

/** Whatever the tight loop can answer too, over every zone, season, hours, step, length and buffers. */
export function randomCase(seed: number): BenchCase {
  const random = seededRandom(seed);
  const from = Date.UTC(2024, 0, 1) + random.int(0, 12 * 365 * 24 * 60) * MINUTE_MS;
  const days = random.int(1, 15);
  return {
    displayZone: random.pick(ZONES),
    input: {
      schedule: {
        timeZone: random.pick(ZONES),
        weekly: WEEKDAYS.flatMap((weekday) => randomHours(random, weekday)),
        breaks: [],
        exceptions: [],
        holidays: [],
      },
      service: {
        durationMinutes: random.pick([10, 20, 30, 45, 60, 90]),
        bufferBeforeMinutes: random.pick([0, 5, 15]),
        bufferAfterMinutes: random.pick([0, 10, 15, 30]),
        slotStepMinutes: random.pick([5, 10, 15, 20, 30, 60]),
        minimumNoticeMinutes: random.pick([0, 120, 1440]),
        horizonDays: random.int(1, 40),
        dailyCap: null,
      },
      busy: busyIntervals(random, random.int(0, 12 * days), from, days, 120),
      range: [from, from + days * DAY_MS],
      now: from + random.int(-3 * 1440, 1440) * MINUTE_MS,
    },
  };
}

/** Sorted by start, as a database returns them; they may overlap. */
function busyIntervals(random: Random, count: number, from: number, days: number, longest: number): Interval[] {
  return Array.from({ length: count }, (): Interval => {
    const start = from + random.int(0, days * 1440) * MINUTE_MS;
    return [start, start + random.int(5, longest) * MINUTE_MS];
  }).sort((a, b) => a[0] - b[0]);
}

function randomHours(random: Random, weekday: Weekday): WeeklyRule[] {
  const first = random.int(0, 700);
  const second = random.int(first + 10, 1300);
  const third = random.int(second + 1, 1430);
  const hours = [
    { weekday, startMinute: first, endMinute: second },
    { weekday, startMinute: third, endMinute: random.int(third + 1, 1440) },
  ];
  return hours.slice(0, random.int(0, 3));
}
