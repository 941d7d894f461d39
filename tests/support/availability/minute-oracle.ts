import moment from "moment-timezone";
import type { OpenSlotsInput } from "@/domain/availability/open-slots";

// Slot search as a patient clerk would do it: look at every minute, one rule after the other, nothing shared with src.
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

type Span = { startMinute: number; endMinute: number };

export function slotsByTheMinute({ schedule, service, busy, dailyCounts, range, now }: OpenSlotsInput): number[] {
  const zone = moment.tz.zone(schedule.timeZone);
  if (!zone) throw new RangeError(schedule.timeZone);
  const local = (at: number) => at - zone.utcOffset(at) * MINUTE;
  const dayOf = (at: number) => Math.floor(local(at) / DAY);
  const dateOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
  const weekdayOf = (day: number) => ((new Date(day * DAY).getUTCDay() + 6) % 7) + 1;

  // The first minute at which the clock shows `reading` or later.
  const firstReading = new Map<number, number>();
  const instantOf = (reading: number) => {
    const known = firstReading.get(reading);
    if (known !== undefined) return known;
    let at = reading - 17 * 60 * MINUTE;
    while (local(at) < reading) at += MINUTE;
    firstReading.set(reading, at);
    return at;
  };
  const isWithin = (at: number, day: number, { startMinute, endMinute }: Span) => {
    const last = endMinute <= startMinute ? endMinute + 1440 : endMinute;
    return at >= instantOf(day * DAY + startMinute * MINUTE) && at < instantOf(day * DAY + last * MINUTE);
  };
  const on = (day: number) => schedule.exceptions.filter((exception) => exception.onDate === dateOf(day));
  const span = ({ startMinute = 0, endMinute = 1440 }: Partial<Span>): Span => ({ startMinute, endMinute });
  const isAllDay = ({ startMinute, endMinute }: Span) => startMinute === 0 && endMinute % 1440 === 0;
  const isShut = (day: number) => on(day).some((one) => one.kind === "closed" && isAllDay(span(one)));
  const isHoliday = (day: number) => schedule.holidays.includes(dateOf(day));

  const isOpenAt = (at: number): boolean => {
    const days = [dayOf(at) - 1, dayOf(at)];
    if (days.some((day) => on(day).some((one) => one.kind === "closed" && isWithin(at, day, span(one))))) return false;
    const added = days.some(
      (day) =>
        !isShut(day) &&
        on(day).some(
          (one) => one.kind !== "closed" && one.startMinute !== undefined && one.endMinute !== undefined && isWithin(at, day, span(one)),
        ),
    );
    if (added) return true;
    const weekly = days.some(
      (day) =>
        !isShut(day) &&
        !isHoliday(day) &&
        !on(day).some((one) => one.kind === "hours") &&
        schedule.weekly.some((rule) => rule.weekday === weekdayOf(day) && isWithin(at, day, rule)),
    );
    const isBreak = days.some((day) => schedule.breaks.some((rule) => rule.weekday === weekdayOf(day) && isWithin(at, day, rule)));
    return weekly && !isBreak && !isHoliday(dayOf(at));
  };
  const openMinutes = new Map<number, boolean>();
  const isOpen = (at: number) => {
    const known = openMinutes.get(at) ?? isOpenAt(at);
    openMinutes.set(at, known);
    return known;
  };

  const slots: number[] = [];
  for (let at = Math.ceil(range[0] / MINUTE) * MINUTE; at < range[1]; at += MINUTE) {
    if (at < now + service.minimumNoticeMinutes * MINUTE) continue;
    if (dayOf(at) - dayOf(now) > service.horizonDays) continue;
    if ((local(at) / MINUTE - dayOf(at) * 1440) % service.slotStepMinutes !== 0) continue;
    if (service.dailyCap !== null && (dailyCounts?.get(dateOf(dayOf(at))) ?? 0) >= service.dailyCap) continue;
    const endsAt = at + service.durationMinutes * MINUTE;
    const blockedFrom = at - service.bufferBeforeMinutes * MINUTE;
    const blockedTo = endsAt + service.bufferAfterMinutes * MINUTE;
    if (busy.some(([from, to]) => from < to && from < blockedTo && blockedFrom < to)) continue;
    let isInside = true;
    for (let minute = at; minute < endsAt && isInside; minute += MINUTE) isInside = isOpen(minute);
    if (isInside) slots.push(at);
  }
  return slots;
}
