"use client";

import { useState } from "react";
import type { ClinicServiceView } from "@/application/clinics/clinic-schemas";
import type { ServiceView } from "@/application/providers/provider-schemas";
import { formatPrice, leastPrices } from "@/features/providers/format-price";
import { modesInWords } from "@/features/providers/visit-mode-words";
import { Button } from "@/ui/button";
import { RadioCardGroup } from "@/ui/radio-card-group";

/** More than these are folded away until asked for. */
const SHOWN = 4;

/** Of one provider, or of several who may differ in price and length. */
type OfferedService = ServiceView & Partial<Pick<ClinicServiceView, "prices" | "hasOtherPrices" | "longestMinutes">>;

type ServiceChoiceProps = { services: readonly OfferedService[]; value: string; onChoose: (slug: string) => void };

export function ServiceChoice({ services, value, onChoose }: ServiceChoiceProps) {
  const [showsAll, setShowsAll] = useState(false);
  const isFolded = !showsAll && services.length > SHOWN + 1;
  const shown = isFolded ? services.filter((service, index) => index < SHOWN || service.slug === value) : services;
  return (
    <div>
      <RadioCardGroup
        legend="Kind of visit"
        hideLegend
        name="service"
        value={value}
        onValueChange={onChoose}
        cards={shown.map((service) => ({
          value: service.slug,
          title: service.name,
          detail: detailOf(service),
          aside: (
            <>
              <span className="time-figure block">{service.prices ? leastPrices(service.prices, service.hasOtherPrices ?? false) : formatPrice(service.price)}</span>
              <span className="block text-sm text-muted">{lengthOf(service)} min</span>
            </>
          ),
        }))}
      />
      {isFolded && (
        <Button variant="quiet" size="sm" onClick={() => setShowsAll(true)} className="mt-2">
          Show all {services.length} kinds of visit
        </Button>
      )}
    </div>
  );
}

function detailOf(service: ServiceView): string {
  return [modesInWords(service.modes), service.requiresApproval && "confirmed by the clinic", service.description].filter(Boolean).join(" · ");
}

const lengthOf = ({ durationMinutes, longestMinutes = durationMinutes }: OfferedService) => (longestMinutes > durationMinutes ? `${durationMinutes}–${longestMinutes}` : durationMinutes);
