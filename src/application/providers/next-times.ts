import { nextSlots, type NextSlot } from "@/application/availability/next-slots";
import type { StoredOpening } from "@/application/openings/find-soonest";
import { toSlotViews } from "@/application/availability/to-slot-views";
import { assertTimeZone } from "@/application/shared/assert-time-zone";
import type { AppContext } from "@/application/shared/context";
import { SHOWN_OPENINGS } from "@/domain/availability/next-openings";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { ProviderCard } from "./provider-schemas";

/** The next starts of one provider that a card carries, over all services, from the facts. */
export const soonestOf = async (app: AppContext, providerId: string): Promise<NextSlot[]> => (await nextSlots(app, { providerIds: [providerId], count: SHOWN_OPENINGS })).get(providerId) ?? [];

/** The same of stored openings that are good at `now`: those whose notice still runs, one at each start. */
export function shownOpenings(openings: readonly StoredOpening[], now: number): NextSlot[] {
  const shown: NextSlot[] = [];
  for (const [startsAt, endsAt, service, offeredUntil] of openings) {
    if (offeredUntil < now || shown.at(-1)?.startsAt === startsAt) continue;
    shown.push({ service, startsAt, endsAt });
    if (shown.length === SHOWN_OPENINGS) break;
  }
  return shown;
}

/** Writes starts for a reader in `timeZone`, or in the provider's own zone. Throws VALIDATION_FAILED for an unknown zone. */
export function toNextTimes(slots: readonly NextSlot[], providerTimeZone: string, timeZone: string | undefined): ProviderCard["nextSlots"] {
  if (timeZone !== undefined) assertTimeZone(timeZone);
  return slots.flatMap((slot) => toSlotViews([slot.startsAt], (slot.endsAt - slot.startsAt) / MINUTE_MS, timeZone ?? providerTimeZone, providerTimeZone).map((view) => ({ service: slot.service, ...view })));
}
