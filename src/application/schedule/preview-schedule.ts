import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { groupSlots } from "@/domain/availability/group-slots";
import { openSlots } from "@/domain/availability/open-slots";
import { addDays, eachDate, weekdayOf } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import type { Interval } from "@/domain/time/interval";
import { getBookableService } from "./get-bookable-service";
import { loadScheduleFacts, toWeeklyRule } from "./load-schedule-facts";
import { loadTakenTime } from "./load-taken-time";
import type { PreviewScheduleInput, SchedulePreview } from "./schedule-schemas";

/** The times a patient would be offered next week (Monday to Sunday) if the hours given here were saved. Changes nothing. */
export async function previewSchedule(app: AppContext, input: PreviewScheduleInput): Promise<SchedulePreview> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const { timeZone } = provider;
  const now = app.clock.now();
  const today = civilDateOf(now, timeZone);
  const monday = addDays(today, 8 - weekdayOf(today));
  const afterSunday = addDays(monday, 7);
  const range: Interval = [startOfDay(monday, timeZone), startOfDay(afterSunday, timeZone)];
  const service = await getBookableService(app.db, provider.id, input.service);
  const [saved, taken] = await Promise.all([
    loadScheduleFacts(app.db, provider, addDays(monday, -1), afterSunday),
    loadTakenTime(app.db, provider, service.id, range, { now }),
  ]);
  const schedule = { ...saved, weekly: input.open.map(toWeeklyRule), breaks: input.breaks.map(toWeeklyRule) };
  const starts = openSlots({ schedule, service, busy: [...taken.busy, ...taken.blocked], dailyCounts: taken.dailyCounts, range, now });
  const offered = new Map(groupSlots(starts, timeZone).map((day) => [day.onDate, day.slots]));
  return {
    timeZone,
    days: eachDate(monday, afterSunday).map((onDate) => {
      const times = (offered.get(onDate) ?? []).map(({ localStart }) => localStart.slice(11));
      return { onDate, times, closedBecause: times.length > 0 ? null : whyClosed(schedule, onDate) };
    }),
  };
}

function whyClosed(schedule: Awaited<ReturnType<typeof loadScheduleFacts>>, onDate: string): string {
  if (schedule.exceptions.some((one) => one.onDate === onDate && one.kind === "closed" && one.startMinute === undefined)) return "On leave";
  if (schedule.holidays.includes(onDate)) return "Holiday";
  const isOpen = schedule.weekly.some(({ weekday }) => weekday === weekdayOf(onDate)) || schedule.exceptions.some((one) => one.onDate === onDate && one.kind !== "closed");
  return isOpen ? "Fully booked" : "No hours";
}
