import { loadAvailabilityFacts } from "@/application/availability/load-availability-facts";
import { slotRules } from "@/application/availability/offered-service";
import { wouldGuess } from "@/application/calendar-outage/readings";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { explainSlot, type SlotRefusal } from "@/domain/availability/explain-slot";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import { overlaps, type Interval } from "@/domain/time/interval";
import { fromLocal, toLocal } from "@/domain/time/local-time";
import type { CheckTimeInput, TimeCheck } from "./schedule-schemas";

/** What staff hear, who may go ahead with a reason. */
const SENTENCES: Readonly<Record<SlotRefusal, string>> = {
  IN_THE_PAST: "This time has passed.",
  NOTICE_TOO_SHORT: "This is sooner than patients may book.",
  BEYOND_HORIZON: "This is further ahead than patients may book.",
  OUTSIDE_HOURS: "This is outside working hours.",
  CLOSED: "This day is closed by leave or a holiday.",
  ON_BREAK: "This falls into a break.",
  BUSY: "Something else takes this time, buffers included.",
  DAILY_CAP: "This service is already booked as often as one day allows.",
  OFF_GRID: "Patients are offered other starting minutes.",
};

/** What a wall-clock time on a schedule means as an instant, and why patients are not offered it when they are not. */
export async function checkTime(app: AppContext, input: CheckTimeInput): Promise<TimeCheck> {
  const { id, timeZone } = await getStaffedProvider(app, "schedule.view", input.providerId);
  const now = app.clock.now();
  const startsAt = fromLocal(input.localStart, timeZone);
  const moved = input.reference === undefined ? null : await findMoved(app, id, input.reference);
  const [facts] = await loadAvailabilityFacts(readSql(app), { ids: [id] }, { from: startsAt, to: startsAt + 1, now, withReadings: true, ...(moved !== null && { exceptSeriesId: moved.seriesId }) });
  const offered = facts?.services.find(({ slug }) => slug === input.service);
  if (facts === undefined || offered === undefined) throw new AppError("NOT_FOUND", { message: "We could not find this service." });
  // A booking keeps the length it was made with.
  const service = moved === null ? offered : { ...offered, durationMinutes: (moved.endsAt.getTime() - moved.startsAt.getTime()) / MINUTE_MS };
  const endsAt = startsAt + service.durationMinutes * MINUTE_MS;
  const blocked: Interval = [startsAt - service.bufferBeforeMinutes * MINUTE_MS, endsAt + service.bufferAfterMinutes * MINUTE_MS];
  const verdict = explainSlot({ ...slotRules({ facts, service }, now), startsAt });
  return {
    startsAt: new Date(startsAt).toISOString(),
    localStart: toLocal(startsAt, timeZone),
    localEnd: toLocal(endsAt, timeZone),
    timeZone,
    isOffered: verdict.ok,
    sentence: verdict.ok ? null : SENTENCES[verdict.reason],
    mayOverride: !verdict.ok && verdict.reason !== "IN_THE_PAST",
    isTaken: facts.busy.some((one) => overlaps(one, blocked)),
    awaitsCalendar: wouldGuess(app, facts.readings, now),
  };
}

async function findMoved(app: AppContext, providerId: string, reference: string) {
  const booking = await app.db.booking.findFirst({ where: { providerId, reference, status: { not: "RESCHEDULED" } }, select: { seriesId: true, startsAt: true, endsAt: true } });
  if (booking === null) throw new AppError("NOT_FOUND", { message: "We could not find this booking." });
  return booking;
}
