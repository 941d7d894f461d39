import type { VisitMode } from "@/application/shared/common-schemas";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { openSlots } from "@/domain/availability/open-slots";
import { DAY_MS, MINUTE_MS } from "@/domain/time/calendar-day";
import { loadAvailabilityFacts, type ProviderFacts } from "./load-availability-facts";
import { slotRules } from "./offered-service";

export interface NextSlot {
  /** The service's slug. */
  readonly service: string;
  /** Epoch ms. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export interface NextSlotsQuestion {
  readonly providerIds: readonly string[];
  /** How many starts for each provider. */
  readonly count: number;
  /** Only services offered in this mode. */
  readonly mode?: VisitMode;
  /** Only services with this slug. */
  readonly service?: string;
}

/** Most providers are free soon: a near look answers for them, a far one only for the rest. */
const STAGES_DAYS = [14, 732] as const;

/**
 * The soonest free starts of each provider over its services, one per instant, in order; providers with nothing free
 * within the horizon have an empty list, unknown and suspended ones too. At most four queries for any number of providers.
 */
export async function nextSlots(app: AppContext, question: NextSlotsQuestion): Promise<Map<string, NextSlot[]>> {
  const now = app.clock.now();
  const found = new Map<string, NextSlot[]>(question.providerIds.map((id) => [id, []]));
  let open = [...found.keys()];
  for (const days of STAGES_DAYS) {
    if (open.length === 0) break;
    const to = now + days * DAY_MS;
    const loaded = await loadAvailabilityFacts(readSql(app), { ids: open }, { from: now, to, now });
    open = [];
    for (const facts of loaded) {
      if (!facts.provider.isActive) continue;
      const soonest = soonestOf(facts, question, now, to);
      found.set(facts.provider.id, soonest);
      const reaches = Math.max(0, ...servicesOf(facts, question).map((service) => service.horizonDays));
      if (soonest.length < question.count && reaches >= days - 1) open.push(facts.provider.id);
    }
  }
  return found;
}

const servicesOf = (facts: ProviderFacts, { mode, service }: NextSlotsQuestion) =>
  facts.services.filter((candidate) => candidate.isActive && (mode === undefined || candidate.modes.includes(mode)) && (service === undefined || candidate.slug === service));

function soonestOf(facts: ProviderFacts, question: NextSlotsQuestion, now: number, to: number): NextSlot[] {
  // The provider lists services in the order of preference: where two could begin at the same time, the first is shown.
  const byStart = new Map<number, NextSlot>();
  for (const service of servicesOf(facts, question)) {
    for (const startsAt of openSlots({ ...slotRules({ facts, service }, now), range: [now, to] }).slice(0, question.count)) {
      if (!byStart.has(startsAt)) byStart.set(startsAt, { service: service.slug, startsAt, endsAt: startsAt + service.durationMinutes * MINUTE_MS });
    }
  }
  return [...byStart.values()].sort((a, b) => a.startsAt - b.startsAt).slice(0, question.count);
}
