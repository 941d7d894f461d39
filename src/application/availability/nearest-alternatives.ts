import { nearestSlots } from "@/domain/availability/nearest-slots";
import { openSlots } from "@/domain/availability/open-slots";
import { DAY_MS, MINUTE_MS } from "@/domain/time/calendar-day";
import type { Sql } from "@/application/shared/sql";
import { loadAvailabilityFacts, widenFacts, type FactsRange } from "./load-availability-facts";
import { slotRules, type Offer } from "./offered-service";

/** How far around a refused start other times are looked for. */
export const ALTERNATIVES_REACH_MS = 14 * DAY_MS;

export interface RefusedStart extends Offer {
  /** The refused start, epoch ms. */
  readonly wanted: number;
  readonly now: number;
  readonly exceptSeriesId?: string;
}

/**
 * The three free starts nearest to a refused one, as an error carries them; a wish in the past is answered from now on.
 * The facts that refused it must have been loaded with ALTERNATIVES_REACH_MS as the schedule's reach.
 */
export async function nearestAlternatives(sql: Sql, { facts: known, service, wanted, now, exceptSeriesId }: RefusedStart): Promise<{ startsAt: string; endsAt: string }[]> {
  // A wish beyond the horizon is answered from the last days within it.
  const anchor = Math.min(Math.max(wanted, now), now + service.horizonDays * DAY_MS);
  const reach: FactsRange = {
    from: Math.max(now, anchor - ALTERNATIVES_REACH_MS),
    to: anchor + ALTERNATIVES_REACH_MS,
    now,
    ...(exceptSeriesId !== undefined && { exceptSeriesId }),
  };
  const isNear = anchor === Math.max(wanted, now);
  const facts = isNear ? await widenFacts(sql, known, reach) : (await loadAvailabilityFacts(sql, { ids: [known.provider.id] }, reach))[0];
  if (!facts?.provider.isActive) return [];
  const starts = openSlots({ ...slotRules({ facts, service }, now), range: [reach.from, reach.to] });
  const iso = (at: number) => new Date(at).toISOString();
  return nearestSlots(starts, wanted, 3).map((startsAt) => ({ startsAt: iso(startsAt), endsAt: iso(startsAt + service.durationMinutes * MINUTE_MS) }));
}
