import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { readSql } from "@/application/shared/sql";
import { explainSlot as decideSlot } from "@/domain/availability/explain-slot";
import type { ExplainSlotInput, ExplanationView } from "./availability-schemas";
import { loadAvailabilityFacts } from "./load-availability-facts";
import { slotRules } from "./offered-service";
import { REFUSALS } from "./refusal-in-words";

/** Tells the clinic why a start is offered or not, naming the one rule. Throws NOT_FOUND, NOT_ALLOWED. */
export async function explainSlot(app: AppContext, input: ExplainSlotInput): Promise<ExplanationView> {
  const now = app.clock.now();
  const startsAt = Date.parse(input.startsAt);
  const [facts] = await loadAvailabilityFacts(readSql(app), { slug: input.provider }, { from: startsAt, to: startsAt + 1, now });
  if (!facts) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  authorize(app.actor, "schedule.view", { providerId: facts.provider.id, organizationId: facts.provider.organizationId });
  const service = facts.services.find((candidate) => candidate.slug === input.service);
  if (!service) throw new AppError("NOT_FOUND", { message: "This provider does not offer this service." });
  if (!facts.provider.isActive || !service.isActive) {
    const sentence = facts.provider.isActive ? "This service is switched off." : "This provider is not open for bookings.";
    return { startsAt: input.startsAt, isOffered: false, rule: null, sentence, interval: null };
  }
  const verdict = decideSlot({ ...slotRules({ facts, service }, now), startsAt });
  if (verdict.ok) return { startsAt: input.startsAt, isOffered: true, rule: null, sentence: "This time is offered.", interval: null };
  const interval = verdict.detail?.interval;
  return {
    startsAt: input.startsAt,
    isOffered: false,
    rule: verdict.reason,
    sentence: verdict.reason === "BUSY" ? "Something else takes this time, buffers included." : REFUSALS[verdict.reason].sentence,
    interval: interval ? { from: new Date(interval[0]).toISOString(), to: new Date(interval[1]).toISOString() } : null,
  };
}
