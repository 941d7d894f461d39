import { loadAvailabilityFacts, type ProviderFacts, type WhichProviders } from "@/application/availability/load-availability-facts";
import { ALTERNATIVES_REACH_MS, nearestAlternatives, type RefusedStart } from "@/application/availability/nearest-alternatives";
import type { Offer } from "@/application/availability/offered-service";
import { slotRules } from "@/application/availability/offered-service";
import { REFUSALS } from "@/application/availability/refusal-in-words";
import { AppError } from "@/application/shared/errors";
import type { Sql } from "@/application/shared/sql";
import { explainSlot, type SlotRefusal } from "@/domain/availability/explain-slot";
import { DAY_MS } from "@/domain/time/calendar-day";

export interface WantedStart {
  readonly which: WhichProviders;
  /** Picks the service from what was loaded, or throws. */
  readonly offerOf: (loaded: readonly ProviderFacts[]) => Offer;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly now: number;
  readonly exceptSeriesId?: string;
}

export interface Assessment extends Offer {
  /** Null when the start is offered. */
  readonly refusal: SlotRefusal | null;
}

/** Asks the functions that search uses whether a start is offered. */
export async function assessStart(sql: Sql, { which, offerOf, startsAt, now, exceptSeriesId }: WantedStart): Promise<Assessment> {
  // Outside these bounds the clock alone decides, and instants stay within what the database can hold.
  const from = Math.min(Math.max(startsAt, now), now + 740 * DAY_MS);
  const offer = offerOf(await loadAvailabilityFacts(sql, which, { from, to: from + 1, now, scheduleReachMs: ALTERNATIVES_REACH_MS, withReadings: true, ...(exceptSeriesId !== undefined && { exceptSeriesId }) }));
  const verdict = explainSlot({ ...slotRules(offer, now), startsAt });
  return { ...offer, refusal: verdict.ok ? null : verdict.reason };
}

/** The error of a refused start, with the nearest free ones. */
export async function refusalOf(sql: Sql, refusal: SlotRefusal, start: RefusedStart): Promise<AppError> {
  const { code, sentence } = REFUSALS[refusal];
  return new AppError(code, { message: sentence, alternatives: await nearestAlternatives(sql, start) });
}
