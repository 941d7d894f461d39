import type { BlockedSpan } from "@/domain/booking/blocked-span";
import { matchVisit, type FoundVisit, type ImportRule, type Match } from "./match-visit";

/** What stands already when an import begins. */
export interface Standing {
  /** Ids of events that became bookings earlier. */
  readonly known: ReadonlySet<string>;
  /** Time that bookings take. */
  readonly taken: readonly Pick<BlockedSpan, "blockedFrom" | "blockedTo">[];
  /** Services that patients are offered. */
  readonly offered: ReadonlySet<string>;
}

/** What an import at `now` (epoch ms) makes of each event, in order: an event over an earlier one that becomes a booking is left out. */
export function planImport<Rule extends ImportRule & { readonly service: string }>(visits: readonly (FoundVisit & { readonly eventId: string })[], rules: readonly Rule[], { known, taken, offered }: Standing, now: number): Match<Rule>[] {
  const occupied = [...taken];
  const seen = new Set(known);
  return visits.map((visit) => {
    const match = matchVisit(visit, rules, now);
    if (!match.ok) return match;
    if (seen.has(visit.eventId)) return { ok: false, reason: "known" };
    if (!offered.has(match.rule.service)) return { ok: false, reason: "not-offered" };
    const { startsAt, endsAt } = match;
    if (occupied.some(({ blockedFrom, blockedTo }) => blockedFrom < endsAt && startsAt < blockedTo)) return { ok: false, reason: "taken" };
    occupied.push({ blockedFrom: startsAt, blockedTo: endsAt });
    seen.add(visit.eventId);
    return match;
  });
}
