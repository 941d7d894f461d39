import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { explainSlot, type SlotRefusal } from "@/domain/availability/explain-slot";
import { addDays, MINUTE_MS } from "@/domain/time/calendar-day";
import { civilDateOf } from "@/domain/time/civil-date";
import { overlaps, type Interval } from "@/domain/time/interval";
import { fromLocal, toLocal } from "@/domain/time/local-time";
import { getBookableService } from "./get-bookable-service";
import { loadScheduleFacts } from "./load-schedule-facts";
import { loadTakenTime } from "./load-taken-time";
import type { CheckTimeInput, TimeCheck } from "./schedule-schemas";

const SENTENCES: Readonly<Record<SlotRefusal, string>> = {
  IN_THE_PAST: "This time is past.",
  NOTICE_TOO_SHORT: "This is sooner than patients may book.",
  BEYOND_HORIZON: "This is further ahead than patients may book.",
  OUTSIDE_HOURS: "This is outside the working hours.",
  CLOSED: "This day is closed by leave or a holiday.",
  ON_BREAK: "This is within a break.",
  BUSY: "Something else is at this time, buffers included.",
  DAILY_CAP: "This service is already booked as often as one day allows.",
  OFF_GRID: "Patients are offered other starting minutes, but you may use this one.",
};

/** What a wall-clock time on a schedule means as an instant, and why patients are not offered it when they are not. */
export async function checkTime(app: AppContext, input: CheckTimeInput): Promise<TimeCheck> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const { timeZone } = provider;
  const now = app.clock.now();
  const service = await getBookableService(app.db, provider.id, input.service);
  const startsAt = fromLocal(input.localStart, timeZone);
  const endsAt = startsAt + service.durationMinutes * MINUTE_MS;
  const blocked: Interval = [startsAt - service.bufferBeforeMinutes * MINUTE_MS, endsAt + service.bufferAfterMinutes * MINUTE_MS];
  const onDate = civilDateOf(startsAt, timeZone);
  const [schedule, taken] = await Promise.all([
    loadScheduleFacts(app.db, provider, addDays(onDate, -1), addDays(onDate, 1)),
    // The whole day and its neighbours, so that the daily cap counts right.
    loadTakenTime(app.db, provider, service.id, [startsAt - 36 * 60 * MINUTE_MS, endsAt + 36 * 60 * MINUTE_MS], { now, ...(input.reference !== undefined && { exceptReference: input.reference }) }),
  ]);
  const busy = [...taken.busy, ...taken.blocked];
  const verdict = explainSlot({ schedule, service, busy, dailyCounts: taken.dailyCounts, now, startsAt });
  return {
    startsAt: new Date(startsAt).toISOString(),
    localStart: toLocal(startsAt, timeZone),
    localEnd: toLocal(endsAt, timeZone),
    timeZone,
    isOffered: verdict.ok,
    sentence: verdict.ok ? null : SENTENCES[verdict.reason],
    isTaken: busy.some((one) => overlaps(one, blocked)),
  };
}
