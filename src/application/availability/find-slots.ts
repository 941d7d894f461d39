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
import { toSlotViews } from "./to-slot-views";

/** The database allows no longer one. */
const LONGEST_HORIZON_DAYS = 730;

export interface OpenStarts {
  /** Epoch ms, in order. */
  readonly starts: readonly number[];
  readonly durationMinutes: number;
  readonly providerTimeZone: string;
}

/** The free starts of one service on the asked days. One statement. Throws NOT_FOUND, VALIDATION_FAILED. */
export async function findStarts(app: AppContext, input: FindSlotsInput): Promise<OpenStarts> {
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
  return { starts, durationMinutes: offer.service.durationMinutes, providerTimeZone: offer.facts.provider.timeZone };
}

/** The same, written for its reader in the asked zone and in the provider's. */
export async function findSlots(app: AppContext, input: FindSlotsInput): Promise<SlotsView> {
  const { starts, durationMinutes, providerTimeZone } = await findStarts(app, input);
  const { provider, service, timeZone } = input;
  return { provider, service, timeZone, providerTimeZone, slots: toSlotViews(starts, durationMinutes, timeZone, providerTimeZone) };
}
