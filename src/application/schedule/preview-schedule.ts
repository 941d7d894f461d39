import { loadAvailabilityFacts } from "@/application/availability/load-availability-facts";
import { slotRules } from "@/application/availability/offered-service";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import type { ScheduleFacts, WeeklyRule } from "@/domain/availability/availability-facts";
import { groupSlots } from "@/domain/availability/group-slots";
import { openSlots } from "@/domain/availability/open-slots";
import { addDays, eachDate, weekdayOf, type Weekday } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import type { PreviewScheduleInput, SchedulePreview } from "./schedule-schemas";

/** The times a patient would be offered next week (Monday to Sunday) if the hours given here were saved. Changes nothing. */
export async function previewSchedule(app: AppContext, input: PreviewScheduleInput): Promise<SchedulePreview> {
  const { id, timeZone } = await getStaffedProvider(app, "schedule.view", input.providerId);
  const now = app.clock.now();
  const today = civilDateOf(now, timeZone);
  const monday = addDays(today, 8 - weekdayOf(today));
  const afterSunday = addDays(monday, 7);
  const range: Interval = [startOfDay(monday, timeZone), startOfDay(afterSunday, timeZone)];
  const [facts] = await loadAvailabilityFacts(readSql(app), { ids: [id] }, { from: range[0], to: range[1], now });
  const service = facts?.services.find(({ slug }) => slug === input.service);
  if (facts === undefined || service === undefined) throw new AppError("NOT_FOUND", { message: "We could not find this service." });
  const schedule: ScheduleFacts = { ...facts.schedule, weekly: input.open.map(toWeeklyRule), breaks: input.breaks.map(toWeeklyRule) };
  const starts = openSlots({ ...slotRules({ facts, service }, now), schedule, range });
  const offered = new Map(groupSlots(starts, timeZone).map((day) => [day.onDate, day.slots]));
  return {
    timeZone,
    days: eachDate(monday, afterSunday).map((onDate) => {
      const times = (offered.get(onDate) ?? []).map(({ localStart }) => localStart.slice(11));
      return { onDate, times, closedBecause: times.length > 0 ? null : whyClosed(schedule, onDate) };
    }),
  };
}

const toWeeklyRule = ({ weekday, startMinute, endMinute }: { weekday: number; startMinute: number; endMinute: number }): WeeklyRule => ({ weekday: weekday as Weekday, startMinute, endMinute });

function whyClosed(schedule: ScheduleFacts, onDate: string): string {
  if (schedule.exceptions.some((one) => one.onDate === onDate && one.kind === "closed" && one.startMinute === undefined)) return "On leave";
  if (schedule.holidays.includes(onDate)) return "Holiday";
  const isOpen = schedule.weekly.some(({ weekday }) => weekday === weekdayOf(onDate)) || schedule.exceptions.some((one) => one.onDate === onDate && one.kind !== "closed");
  return isOpen ? "Nothing free" : "No hours";
}
