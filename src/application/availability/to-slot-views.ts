import { MINUTE_MS } from "@/domain/time/calendar-day";
import { writtenInstants, writtenReadings } from "@/domain/time/written-times";
import type { SlotView } from "./availability-schemas";

/** Sorted starts (epoch ms) for their reader: the instant, and the wall clock in the asked zone and in the provider's. */
export function toSlotViews(starts: readonly number[], durationMinutes: number, timeZone: string, providerTimeZone: string): SlotView[] {
  const begins = writtenInstants(starts);
  const ends = writtenInstants(starts.map((startsAt) => startsAt + durationMinutes * MINUTE_MS));
  const readings = writtenReadings(starts, timeZone);
  const providerReadings = timeZone === providerTimeZone ? readings : writtenReadings(starts, providerTimeZone);
  return begins.map((startsAt, index) => ({ startsAt, endsAt: ends[index]!, localStart: readings[index]!, providerLocalStart: providerReadings[index]! }));
}
