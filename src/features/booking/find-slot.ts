import type { SlotView } from "@/application/availability/availability-schemas";
import { browserReading } from "./browser-reading";

/** The slot that starts at `startsAt`: as the server wrote it, else as well as the browser can. */
export function findSlot(startsAt: string, slots: readonly SlotView[], timeZone: string, providerTimeZone: string, durationMinutes: number): SlotView {
  const known = slots.find((slot) => slot.startsAt === startsAt);
  if (known) return known;
  const endsAt = new Date(Date.parse(startsAt) + durationMinutes * 60_000).toISOString();
  return { startsAt, endsAt, localStart: browserReading(startsAt, timeZone), providerLocalStart: browserReading(startsAt, providerTimeZone) };
}
