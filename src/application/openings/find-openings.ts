import { loadAvailabilityFacts, type ProviderFacts } from "@/application/availability/load-availability-facts";
import type { Sql } from "@/application/shared/sql";
import { nextOpenings, type NextOpenings } from "@/domain/availability/next-openings";
import { DAY_MS } from "@/domain/time/calendar-day";

/** Most providers are free soon: a near look answers for them, a far one only for the rest. The last is beyond any horizon. */
const STAGES_DAYS = [5, 35, 740] as const;

interface HoldRow {
  readonly providerId: string;
  readonly from: number;
  readonly to: number;
  readonly expiresAt: number;
}

const HOLDS_SQL = `
  SELECT provider_id AS "providerId", date_part('epoch', blocked_from) * 1000 AS "from", date_part('epoch', blocked_to) * 1000 AS "to", date_part('epoch', hold_expires_at) * 1000 AS "expiresAt"
    FROM booking WHERE provider_id = ANY($1::uuid[]) AND status = 'HELD' AND hold_expires_at > $2::timestamptz`;

/** The next openings of active providers that offer something, from the facts; others are missing. At most four statements. */
export async function findOpenings(sql: Sql, providerIds: readonly string[], now: number): Promise<Map<string, NextOpenings>> {
  const holds = await sql<HoldRow>(HOLDS_SQL, [providerIds, new Date(now).toISOString()]);
  const found = new Map<string, NextOpenings>();
  let open = providerIds;
  for (const days of STAGES_DAYS) {
    if (open.length === 0) break;
    const knownUntil = now + days * DAY_MS;
    const loaded = await loadAvailabilityFacts(sql, { ids: open }, { from: now, to: knownUntil, now });
    open = [];
    const further: string[] = [];
    for (const facts of loaded) {
      const openings = openingsOf(facts, holds, now, knownUntil);
      if (openings === "know more") further.push(facts.provider.id);
      else if (openings !== null) found.set(facts.provider.id, openings);
    }
    open = further;
  }
  return found;
}

function openingsOf({ provider, services, schedule, busy, dailyCounts }: ProviderFacts, holds: readonly HoldRow[], now: number, knownUntil: number): NextOpenings | "know more" | null {
  const offered = services.filter((service) => service.isActive);
  if (!provider.isActive || offered.length === 0) return null;
  const openings = nextOpenings({
    services: offered.map((service) => ({ ...service, dailyCounts: service.dailyCap === null ? undefined : dailyCounts(service.id) })),
    schedule, busy, now, knownUntil,
    holds: holds.filter(({ providerId }) => providerId === provider.id).map(({ from, to, expiresAt }) => ({ span: [from, to], expiresAt })),
  });
  return openings ?? "know more";
}
