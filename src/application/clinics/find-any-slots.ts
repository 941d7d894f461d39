import { slotRules, type Offer } from "@/application/availability/offered-service";
import { searchRange } from "@/application/availability/search-range";
import { authorize } from "@/application/shared/authorize";
import type { VisitMode } from "@/application/shared/common-schemas";
import type { AppContext } from "@/application/shared/context";
import { mergeStarts, type SharedStart } from "@/domain/availability/any-provider";
import { openSlots } from "@/domain/availability/open-slots";
import { writtenInstants, writtenReadings } from "@/domain/time/written-times";
import type { AnySlotsView, FindAnySlotsInput } from "./clinic-schemas";
import { loadStaff, type Staff } from "./load-staff";

/** The starts of a service that anybody at a clinic is free for on the asked days. Throws NOT_FOUND, VALIDATION_FAILED. */
export async function findAnySlots(app: AppContext, input: FindAnySlotsInput): Promise<AnySlotsView> {
  authorize(app.actor, "availability.search");
  const now = app.clock.now();
  const range = searchRange(input, now);
  const staff = await loadStaff(app, input, { ...range, now });
  const merged = sharedStarts(offersIn(staff, input.mode), now, range);
  const starts = merged.map(({ startsAt }) => startsAt);
  const [instants, readings, clinicReadings] = [writtenInstants(starts), writtenReadings(starts, input.timeZone), writtenReadings(starts, staff.timeZone)];
  return {
    organization: input.organization,
    location: input.location ?? null,
    service: input.service,
    mode: input.mode ?? null,
    timeZone: input.timeZone,
    clinicTimeZone: staff.timeZone,
    slots: merged.map(({ providerIds }, index) => ({ startsAt: instants[index] ?? "", localStart: readings[index] ?? "", clinicLocalStart: clinicReadings[index] ?? "", providers: providerIds.length })),
  };
}

/** The offers of those who see patients in this way; all without one. */
export const offersIn = ({ offers }: Staff, mode: VisitMode | undefined): readonly Offer[] => (mode === undefined ? offers : offers.filter(({ service }) => service.modes.includes(mode)));

/** The free starts of all offers together, epoch ms, half-open range. */
export const sharedStarts = (offers: readonly Offer[], now: number, { from, to }: { from: number; to: number }): SharedStart[] =>
  mergeStarts(offers.map((offer) => ({ providerId: offer.facts.provider.id, starts: openSlots({ ...slotRules(offer, now), range: [from, to] }) })));
