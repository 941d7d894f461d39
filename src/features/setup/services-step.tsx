"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { DEFAULT_REMINDERS } from "@/domain/messages/reminder-step";
import { CATALOGUE } from "@/domain/services/catalogue";
import type { VisitMode } from "@/application/shared/common-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { PriceField } from "@/features/services/price-field";
import { CURRENCIES } from "@/features/services/service-choices";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { ChipToggle } from "@/ui/chip-toggle";
import { Field } from "@/ui/field";
import { NativeSelect } from "@/ui/native-select";
import type { StepProps } from "./setup-steps";
import { StepFrame } from "./step-frame";

const MODES = Object.keys(VISIT_MODE_WORDS) as VisitMode[];

/** What can be booked, from the catalogue: only the prices need a thought. */
export function ServicesStep({ setup, heading, onDone, onBack }: StepProps) {
  const trpc = useTRPC();
  const [currency, setCurrency] = useState("EUR");
  const [modes, setModes] = useState<readonly VisitMode[]>(["IN_PERSON"]);
  const [offers, setOffers] = useState(() => CATALOGUE.map((service, index) => ({ service, isChosen: index < 2, priceAmount: service.priceAmount as number })));
  const create = useMutation(trpc.services.create.mutationOptions({ onSuccess: () => onDone("hours") }));
  const chosen = offers.filter(({ isChosen }) => isChosen);
  const hasBadPrice = chosen.some(({ priceAmount }) => Number.isNaN(priceAmount));
  const refusal = create.error ? refusalOf(create.error) : null;
  const setOffer = (index: number, change: { isChosen?: boolean; priceAmount?: number }) => setOffers((before) => before.map((offer, place) => (place === index ? { ...offer, ...change } : offer)));
  const submit = () => {
    if (chosen.length === 0 || modes.length === 0 || hasBadPrice) return;
    create.mutate({ services: chosen.map(({ service, priceAmount }) => ({ ...service, priceAmount, currency, modes: [...modes], reminders: [...DEFAULT_REMINDERS] })) });
  };
  if (setup.hasServices) {
    return (
      <StepFrame heading={heading} title="Your services are set" detail="You can change them at any time under Services." onBack={onBack} actions={<Button variant="primary" size="lg" onClick={() => void onDone("hours")}>Go on to hours</Button>}>
        <p className="text-muted">Lengths, buffers, prices and rules of each service are on the Services page.</p>
      </StepFrame>
    );
  }
  return (
    <StepFrame
      heading={heading}
      title="What can patients book?"
      detail="Start with these. Names, lengths and rules can be changed later, and you can add your own."
      onBack={onBack}
      actions={
        <Button variant="primary" size="lg" aria-disabled={chosen.length === 0 || modes.length === 0 || hasBadPrice || undefined} loading={create.isPending && "Saving…"} onClick={submit}>
          Go on to hours
        </Button>
      }
    >
      <div className="grid gap-5">
        {refusal && <Alert tone="danger" announce="assertive" title="Nothing was saved">{refusal.message}</Alert>}
        <ul className="grid gap-3">
          {offers.map(({ service, isChosen, priceAmount }, index) => (
            <li key={service.name}>
              <Card className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4">
                <Checkbox
                  label={<span className="font-medium">{service.name}</span>}
                  hint={`${service.durationMinutes} minutes, then ${service.bufferAfterMinutes} minutes kept free`}
                  checked={isChosen}
                  onChange={(event) => setOffer(index, { isChosen: event.target.checked })}
                />
                {isChosen && (
                  <div className="w-36">
                    <PriceField key={currency} id={`price-${index}`} label={`Price, ${currency}`} currency={currency} amount={priceAmount} error={Number.isNaN(priceAmount) ? "Write it as 45 or 45.50." : undefined} onChange={(amount) => setOffer(index, { priceAmount: amount })} />
                  </div>
                )}
              </Card>
            </li>
          ))}
        </ul>
        <div className="grid gap-5 sm:grid-cols-2">
          <Field label="Currency">
            {(control) => (
              <NativeSelect {...control} value={currency} onChange={(event) => setCurrency(event.target.value)}>
                {CURRENCIES.map((code) => (
                  <option key={code}>{code}</option>
                ))}
              </NativeSelect>
            )}
          </Field>
          <fieldset>
            <legend className="mb-1.5 font-medium">How you meet</legend>
            <div className="flex flex-wrap gap-2">
              {MODES.map((mode) => (
                <ChipToggle key={mode} pressed={modes.includes(mode)} onClick={() => setModes(MODES.filter((one) => (one === mode ? !modes.includes(one) : modes.includes(one))))}>
                  {VISIT_MODE_WORDS[mode]}
                </ChipToggle>
              ))}
            </div>
            {modes.length === 0 && <p className="mt-1.5 text-sm text-danger-ink">Choose at least one way to meet.</p>}
          </fieldset>
        </div>
        {chosen.length === 0 && <p role="status" className="text-danger-ink">Choose at least one service.</p>}
      </div>
    </StepFrame>
  );
}
