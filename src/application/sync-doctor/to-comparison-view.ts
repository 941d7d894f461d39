import type { EventSpan } from "@/domain/calendar-sync/event-span";
import { toLocal } from "@/domain/time/local-time";
import type { Comparison } from "./find-comparisons";
import type { ComparisonView } from "./sync-doctor-schemas";

/** What a comparison found, on the wall clock of a zone. */
export function toComparisonView({ comparedAt, compared, found, differences, problem, mendedAt }: Comparison, timeZone: string): ComparisonView {
  const local = (at: EventSpan | null) => at && { localFrom: toLocal(at.startsAt, timeZone), localTo: toLocal(at.endsAt, timeZone) };
  return {
    comparedAt: comparedAt.toISOString(),
    compared,
    found,
    problem,
    mendedAt: mendedAt?.toISOString() ?? null,
    differences: differences.map(({ kind, reference, here, inGoogle, isEdit }) => ({ kind, reference, here: local(here), inGoogle: local(inGoogle), isEdit })),
  };
}
