import { nextSlots, type NextSlot } from "@/application/availability/next-slots";
import { toSlotViews } from "@/application/availability/to-slot-views";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import type { VisitMode } from "@/application/shared/common-schemas";
import type { AppContext } from "@/application/shared/context";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { ProviderCard } from "./provider-schemas";

/** How many of the next starts a card carries. */
const SHOWN = 3;

export const soonestOf = (app: AppContext, providerIds: readonly string[], mode?: VisitMode): Promise<Map<string, NextSlot[]>> =>
  nextSlots(app, { providerIds, count: SHOWN, ...(mode !== undefined && { mode }) });

/** Writes starts for a reader in `timeZone`, or in the provider's own zone. Throws VALIDATION_FAILED for an unknown zone. */
export function toNextTimes(slots: readonly NextSlot[], providerTimeZone: string, timeZone: string | undefined): ProviderCard["nextSlots"] {
  if (timeZone !== undefined) assertTimeZone(timeZone);
  return slots.flatMap((slot) => toSlotViews([slot.startsAt], (slot.endsAt - slot.startsAt) / MINUTE_MS, timeZone ?? providerTimeZone, providerTimeZone).map((view) => ({ service: slot.service, ...view })));
}
