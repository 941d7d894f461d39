import { AppError } from "@/application/shared/errors";
import type { OfferedService, ProviderFacts } from "./load-availability-facts";

export interface Offer {
  readonly facts: ProviderFacts;
  readonly service: OfferedService;
}

/** The named service of the one provider that was loaded. Throws NOT_FOUND unless both exist and are offered to patients. */
export function getOffer(loaded: readonly ProviderFacts[], serviceSlug: string): Offer {
  const [facts] = loaded;
  if (!facts?.provider.isActive) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  const service = facts.services.find((candidate) => candidate.slug === serviceSlug && candidate.isActive);
  if (!service) throw new AppError("NOT_FOUND", { message: "This provider does not offer this service." });
  return { facts, service };
}

/** What the slot functions need, for one service of a provider at `now` (epoch ms). */
export const slotRules = ({ facts, service }: Offer, now: number) => ({
  schedule: facts.schedule,
  service,
  busy: facts.busy,
  dailyCounts: service.dailyCap === null ? undefined : facts.dailyCounts(service.id),
  now,
});
