import { MINUTE_MS } from "@/domain/time/calendar-day";
import { toLocal } from "@/domain/time/local-time";
import type { SlotView } from "./availability-schemas";

/** A start (epoch ms) for its reader: the instant, and the wall clock in the asked zone and in the provider's. */
export const toSlotView = (startsAt: number, durationMinutes: number, timeZone: string, providerTimeZone: string): SlotView => ({
  startsAt: new Date(startsAt).toISOString(),
  endsAt: new Date(startsAt + durationMinutes * MINUTE_MS).toISOString(),
  localStart: toLocal(startsAt, timeZone),
  providerLocalStart: toLocal(startsAt, providerTimeZone),
});
