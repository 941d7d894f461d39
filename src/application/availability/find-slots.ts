import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { openSlots } from "@/domain/availability/open-slots";
import type { FindSlotsInput, SlotsView } from "./availability-schemas";
import { loadAvailabilityFacts } from "./load-availability-facts";
import { getOffer, slotRules } from "./offered-service";
import { searchRange } from "./search-range";
import { toSlotViews } from "./to-slot-views";

export interface OpenStarts {
  /** Epoch ms, in order. */
  readonly starts: readonly number[];
  readonly durationMinutes: number;
  readonly providerTimeZone: string;
}

/** The free starts of one service on the asked days. One statement. Throws NOT_FOUND, VALIDATION_FAILED. */
export async function findStarts(app: AppContext, input: FindSlotsInput): Promise<OpenStarts> {
  authorize(app.actor, "availability.search");
  const now = app.clock.now();
  const range = searchRange(input, now);
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
