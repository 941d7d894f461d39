import { MINUTE_MS, type CivilDate } from "@/domain/time/calendar-day";
import type { Interval } from "@/domain/time/interval";
import { localStretches } from "@/domain/time/local-stretches";
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
  const starts: number[] = [];
  if (!(from < to)) return starts;

  const durationMs = service.durationMinutes * MINUTE_MS;
  const stepMs = service.slotStepMinutes * MINUTE_MS;
  const free = freeTime(dayWindows(schedule, from, to + durationMs), busy, service);
  let f = 0;
  for (const stretch of localStretches(schedule.timeZone, from, to)) {
    if (isDayFull(stretch.day, service, dailyCounts)) continue;
    while (f < free.length && free[f + 1]! <= stretch.from) f += 2;
    for (let i = f; i < free.length && free[i]! < stretch.to; i += 2) {
      const lastStart = Math.min(free[i + 1]! - durationMs, stretch.to - 1);
      let start = firstOnGrid(stretch, Math.max(free[i]!, stretch.from), stepMs);
      for (; start <= lastStart; start += stepMs) starts.push(start);
    }
  }
  return starts;
}
