import { dateOfDay, DAY_MS, MINUTE_MS, type CivilDate } from "@/domain/time/calendar-day";
import { firstInstantReading, segmentAt, zoneTable } from "@/domain/time/zone-table";
import type { ServiceRules } from "./availability-facts";

/**
 * The half-open range of starts (epoch ms) the service allows at `now`: from the end of the notice to the end of the
 * local day `horizonDays` after today in the schedule's zone.
 */
export function startBounds(service: ServiceRules, timeZone: string, now: number): { earliest: number; latest: number } {
  const table = zoneTable(timeZone);
  const today = Math.floor((now + table.offsets[segmentAt(table, now)]!) / DAY_MS);
  return {
    earliest: now + Math.max(0, service.minimumNoticeMinutes) * MINUTE_MS,
    latest: firstInstantReading(table, (today + service.horizonDays + 1) * DAY_MS),
  };
}

/** Whether the local day numbered `day` already has as many bookings as the service's daily cap. */
export function isDayFull(
  day: number,
  service: ServiceRules,
  dailyCounts: ReadonlyMap<CivilDate, number> | undefined,
): boolean {
  if (service.dailyCap === null) return false;
  return (dailyCounts?.get(dateOfDay(day)) ?? 0) >= service.dailyCap;
}

/** Throws RangeError unless duration and step are positive and buffers are not negative. */
export function assertServiceRules(service: ServiceRules): void {
  const { durationMinutes, slotStepMinutes, bufferBeforeMinutes, bufferAfterMinutes } = service;
  if (!(durationMinutes > 0)) throw new RangeError(`durationMinutes must be positive: ${durationMinutes}`);
  if (!(slotStepMinutes > 0)) throw new RangeError(`slotStepMinutes must be positive: ${slotStepMinutes}`);
  if (!(bufferBeforeMinutes >= 0 && bufferAfterMinutes >= 0)) throw new RangeError("buffers must not be negative");
}
