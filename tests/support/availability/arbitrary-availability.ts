import fc from "fast-check";
import type { AvailabilityException, ServiceRules } from "@/domain/availability/availability-facts";
import type { OpenSlotsInput } from "@/domain/availability/open-slots";
import { addDays, civilDateOf, type CivilDate, type Weekday } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import { listTimeZones, transitionsBetween } from "@/domain/time/time-zone";

const MINUTE = 60_000;
const FIRST = Date.UTC(2024, 0, 1);
const LAST = Date.UTC(2036, 0, 1);

const NOTABLE_ZONES = [
  "Europe/London",
  "America/Vancouver",
  "America/Havana",
  "America/St_Johns",
  "America/Nuuk",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Asia/Beirut",
  "Africa/Cairo",
  "Africa/Casablanca",
  "Antarctica/Troll",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Chatham",
  "Pacific/Kiritimati",
];
const clockChanges = new Map(NOTABLE_ZONES.map((zone) => [zone, transitionsBetween(zone, FIRST, LAST)]));

const minuteOfDay = fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 60, 90, 120, 540, 720, 1020, 1440));
const hours = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }).map((n) => n as Weekday),
  startMinute: minuteOfDay,
  endMinute: minuteOfDay,
});
const service: fc.Arbitrary<ServiceRules> = fc.record({
  durationMinutes: fc.constantFrom(5, 20, 30, 45, 60, 90, 240),
  bufferBeforeMinutes: fc.constantFrom(0, 0, 5, 15),
  bufferAfterMinutes: fc.constantFrom(0, 0, 10, 30),
  slotStepMinutes: fc.constantFrom(5, 7, 15, 20, 25, 30, 60),
  minimumNoticeMinutes: fc.constantFrom(0, 0, 120, 1440),
  horizonDays: fc.constantFrom(0, 1, 2, 30, 60),
  dailyCap: fc.constantFrom(null, null, 0, 1, 3),
});

/** Half of the starts lie within two days before a clock change of the zone. */
const zoneAndStart = fc
  .oneof(fc.constantFrom(...NOTABLE_ZONES), fc.constantFrom(...listTimeZones()))
  .chain((timeZone) => {
    const changes = clockChanges.get(timeZone) ?? [];
    const anywhere = fc.integer({ min: FIRST / MINUTE, max: LAST / MINUTE }).map((minute) => minute * MINUTE);
    const beforeChange = fc
      .tuple(fc.nat(Math.max(0, changes.length - 1)), fc.integer({ min: 0, max: 2880 }))
      .map(([n, minutes]) => (changes[n]?.at ?? FIRST) - minutes * MINUTE);
    return fc.tuple(fc.constant(timeZone), changes.length > 0 ? fc.oneof(anywhere, beforeChange) : anywhere);
  });

function exceptionsFrom(first: CivilDate): fc.Arbitrary<AvailabilityException[]> {
  const onDate = fc.integer({ min: -1, max: 3 }).map((days) => addDays(first, days));
  const kind = fc.constantFrom("closed" as const, "extra" as const, "hours" as const);
  const timed = fc.record({ onDate, kind, startMinute: minuteOfDay, endMinute: minuteOfDay });
  return fc.array(fc.oneof(timed, fc.record({ onDate, kind })), { maxLength: 3 });
}

function intervalsAround(start: number): fc.Arbitrary<Interval[]> {
  const interval = fc
    .tuple(fc.integer({ min: -1440 * 60, max: 3 * 1440 * 60 }), fc.constantFrom(0, 1, 600, 1800, 3600, 7200, 43_200))
    .map(([seconds, length]): Interval => [start + seconds * 1000, start + (seconds + length) * 1000]);
  return fc.array(interval, { maxLength: 12 });
}

/** Any schedule, service and busy times over at most two days, often across a clock change. */
export const arbitraryAvailability: fc.Arbitrary<OpenSlotsInput> = zoneAndStart.chain(([timeZone, start]) => {
  const first = civilDateOf(start, timeZone);
  const date = fc.integer({ min: -1, max: 3 }).map((days) => addDays(first, days));
  return fc
    .record({
      weekly: fc.array(hours, { minLength: 1, maxLength: 10 }),
      breaks: fc.array(hours, { maxLength: 4 }),
      exceptions: exceptionsFrom(first),
      holidays: fc.array(date, { maxLength: 1 }),
      service,
      busy: intervalsAround(start),
      counts: fc.array(fc.tuple(date, fc.nat(4)), { maxLength: 3 }),
      minutes: fc.integer({ min: 1, max: 2 * 1440 }),
      ago: fc.integer({ min: -1440, max: 3 * 1440 }),
    })
    .map(({ weekly, breaks, exceptions, holidays, counts, minutes, ago, ...rest }) => ({
      schedule: { timeZone, weekly, breaks, exceptions, holidays },
      service: rest.service,
      busy: rest.busy,
      dailyCounts: new Map(counts),
      range: [start, start + minutes * MINUTE],
      now: start - ago * MINUTE,
    }));
});
