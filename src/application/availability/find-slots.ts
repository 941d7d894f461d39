import { authorize } from "@/application/shared/authorize";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { openSlots } from "@/domain/availability/open-slots";
import { addDays, isCivilDate, type CivilDate } from "@/domain/time/calendar-day";
import { civilDateOf, startOfDay } from "@/domain/time/civil-date";
import type { FindSlotsInput, SlotsView } from "./availability-schemas";
import { loadAvailabilityFacts } from "./load-availability-facts";
import { getOffer, slotRules } from "./offered-service";
import { toSlotView } from "./to-slot-view";

/** The database allows no longer one. */
const LONGEST_HORIZON_DAYS = 730;

/** The free starts of one service on the asked days, in order. Throws NOT_FOUND, VALIDATION_FAILED. */
export async function findSlots(app: AppContext, input: FindSlotsInput): Promise<SlotsView> {
  authorize(app.actor, "availability.search");
  assertTimeZone(input.timeZone);
  for (const field of ["from", "to"] as const) {
    if (!isCivilDate(input[field])) throw new AppError("VALIDATION_FAILED", { fields: [{ field, message: "must be a date such as 2026-11-24" }] });
  }
  const now = app.clock.now();
  // Nothing is offered in the past or beyond the longest horizon, so no more than that is read.
  const today = civilDateOf(now, input.timeZone);
  const within = (onDate: CivilDate) => [addDays(today, -1), onDate, addDays(today, LONGEST_HORIZON_DAYS + 2)].sort()[1]!;
  const range = { from: startOfDay(within(input.from), input.timeZone), to: startOfDay(addDays(within(input.to), 1), input.timeZone) };
  const offer = getOffer(await loadAvailabilityFacts(readSql(app), { slug: input.provider }, { ...range, now }), input.service);
  const starts = openSlots({ ...slotRules(offer, now), range: [range.from, range.to] });
  const providerTimeZone = offer.facts.provider.timeZone;
  return {
    provider: input.provider,
    service: input.service,
    timeZone: input.timeZone,
    providerTimeZone,
    slots: starts.map((startsAt) => toSlotView(startsAt, offer.service.durationMinutes, input.timeZone, providerTimeZone)),
  };
}
