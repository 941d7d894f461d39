import { MINUTE_MS, type CivilDate } from "@/domain/time/calendar-day";
import type { Edges } from "@/domain/time/edges";
import type { Interval } from "@/domain/time/interval";
import { localStretches, type LocalStretch } from "@/domain/time/local-stretches";
import type { ScheduleFacts, ServiceRules } from "./availability-facts";
import { dayWindows } from "./day-windows";
import { freeTime } from "./free-time";
import { firstOnGrid } from "./slot-grid";
import { assertServiceRules, isDayFull, startBounds } from "./slot-policy";

export type SlotRules = {
  schedule: ScheduleFacts;
  service: ServiceRules;
  /** Everything taken (events, leave, bookings with their own buffers), epoch ms, any order. */
  busy: readonly Interval[];
  /** Bookings of this service per local date of the schedule; needed only with a daily cap. */
  dailyCounts?: ReadonlyMap<CivilDate, number>;
  /** Epoch ms. */
  now: number;
};

export type OpenSlotsInput = SlotRules & {
  /** Half-open range of slot starts, epoch ms. */
  range: Interval;
};

/**
 * The sorted starts (epoch ms) at which a visit can begin: on the grid, wholly inside the opening windows, with its
 * buffers clear of everything busy, after the notice, within the horizon, on days below the daily cap.
 * `explainSlot` agrees on every start. Throws RangeError for an unknown zone or impossible service rules.
 */
export function openSlots({ schedule, service, busy, dailyCounts, range, now }: OpenSlotsInput): number[] {
  assertServiceRules(service);
  const { earliest, latest } = startBounds(service, schedule.timeZone, now);
  const from = Math.max(range[0], earliest);
  const to = Math.min(range[1], latest);
  if (!(from < to)) return [];

  const durationMs = service.durationMinutes * MINUTE_MS;
  const free = freeTime(dayWindows(schedule, from, to + durationMs), busy, service);
  return startsIn(free, localStretches(schedule.timeZone, from, to), {
    durationMs,
    stepMs: service.slotStepMinutes * MINUTE_MS,
    isFull: (day) => isDayFull(day, service, dailyCounts),
  });
}

type StartRules = { durationMs: number; stepMs: number; isFull: (day: number) => boolean };

function startsIn(free: Edges, stretches: readonly LocalStretch[], { durationMs, stepMs, isFull }: StartRules): number[] {
  // Given its room at once the list costs a third of one that grows.
  const starts = new Array<number>(mostStarts(free, stretches.length, stepMs));
  let count = 0;
  let f = 0;
  for (const stretch of stretches) {
    const { from, to } = stretch;
    if (isFull(stretch.day)) continue;
    while (f < free.length && free[f + 1]! <= from) f += 2;
    for (let i = f; i < free.length && free[i]! < to; i += 2) {
      const last = free[i + 1]! - durationMs;
      let start = firstOnGrid(stretch, Math.max(free[i]!, from), stepMs);
      for (; start <= last && start < to; start += stepMs) starts[count++] = start;
    }
  }
  starts.length = count;
  return starts;
}

/** No fewer than the starts that fit: each free piece, and each cut of it by a stretch, may hold one more than its length tells. */
function mostStarts(free: Edges, stretches: number, stepMs: number): number {
  let length = 0;
  for (let i = 0; i < free.length; i += 2) length += free[i + 1]! - free[i]!;
  return Math.ceil(length / stepMs) + free.length / 2 + stretches;
}
