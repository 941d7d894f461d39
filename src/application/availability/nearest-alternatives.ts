import { nearestSlots } from "@/domain/availability/nearest-slots";
import { openSlots } from "@/domain/availability/open-slots";
import { DAY_MS, MINUTE_MS } from "@/domain/time/calendar-day";
import type { Sql } from "@/application/shared/sql";
import { loadAvailabilityFacts, type OfferedService } from "./load-availability-facts";
import { slotRules } from "./offered-service";

const REACH_MS = 14 * DAY_MS;

export interface RefusedStart {
  readonly providerId: string;
  readonly service: OfferedService;
  /** The refused start, epoch ms. */
  readonly wanted: number;
  readonly now: number;
  readonly exceptSeriesId?: string;
}

/** The three free starts nearest to a refused one, as an error carries them; a wish in the past is answered from now on. */
export async function nearestAlternatives(sql: Sql, { providerId, service, wanted, now, exceptSeriesId }: RefusedStart): Promise<{ startsAt: string; endsAt: string }[]> {
  // A wish beyond the horizon is answered from the last days within it.
  const anchor = Math.min(Math.max(wanted, now), now + service.horizonDays * DAY_MS);
  const range = { from: Math.max(now, anchor - REACH_MS), to: anchor + REACH_MS };
  const [facts] = await loadAvailabilityFacts(sql, { ids: [providerId] }, { ...range, now, ...(exceptSeriesId !== undefined && { exceptSeriesId }) });
  if (!facts?.provider.isActive) return [];
  const starts = openSlots({ ...slotRules({ facts, service }, now), range: [range.from, range.to] });
  const iso = (at: number) => new Date(at).toISOString();
  return nearestSlots(starts, wanted, 3).map((startsAt) => ({ startsAt: iso(startsAt), endsAt: iso(startsAt + service.durationMinutes * MINUTE_MS) }));
}
