"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OutagePolicyView, SetOutagePolicyInput } from "@/application/calendar-outage/outage-schemas";
import { STALE_MINUTES } from "@/domain/booking/calendar-outage";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { RadioCardGroup } from "@/ui/radio-card-group";
import { Skeleton } from "@/ui/skeleton";
import { showToast } from "@/ui/toast";

type Choice = Omit<SetOutagePolicyInput, "providerId">;

const SUMMARY: Readonly<Record<OutagePolicyView["answer"], string>> = {
  ACCEPT_ON_LAST_KNOWN: "Bookings are confirmed on the busy times read last, as long as they are fresh enough.",
  ACCEPT_AS_PENDING: "Bookings wait as requests until the calendar answers.",
};

/** What happens to a booking while a calendar does not answer. Each choice counts at once. */
export function OutagePolicyCard({ providerId }: { providerId: string }) {
  const trpc = useTRPC();
  const { data: policy, refetch } = useQuery(trpc.calendarOutage.policy.queryOptions({ providerId }));
  const save = useMutation(trpc.calendarOutage.setPolicy.mutationOptions({ onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }), onSettled: () => refetch() }));
  if (policy === undefined) return <Skeleton className="h-72" />;
  const { canEdit, ...known } = policy;
  const shown: Choice = save.isPending ? { ...known, ...save.variables } : known;
  return (
    <Card aria-labelledby="outage-policy-heading">
      <CardHeader headingId="outage-policy-heading" title="When your calendar does not answer" detail="Google is down, or the account has to be connected again. Nothing is confirmed on a guess." />
      <CardBody className="grid gap-5">
        {canEdit ? (
          <Choices shown={shown} choose={(choice) => save.mutate({ providerId, answer: shown.answer, staleMinutes: shown.staleMinutes, asksLive: shown.asksLive, ...choice })} />
        ) : (
          <p className="text-muted">{SUMMARY[policy.answer]} Only the provider and the clinic&apos;s managers change this.</p>
        )}
      </CardBody>
    </Card>
  );
}

function Choices({ shown, choose }: { shown: Choice; choose: (choice: Partial<Choice>) => void }) {
  const isAnswer = (value: string): value is Choice["answer"] => value in SUMMARY;
  return (
    <>
      <RadioCardGroup
        legend="What shall happen to a booking?"
        hideLegend
        value={shown.answer}
        onValueChange={(value) => isAnswer(value) && choose({ answer: value })}
        cards={[
          { value: "ACCEPT_ON_LAST_KNOWN", title: "Confirm on what was read last", detail: "While it is no older than the minutes below. After that, bookings wait as requests." },
          { value: "ACCEPT_AS_PENDING", title: "Let it wait as a request", detail: "At once when the account has to be connected again, and after the minutes below. The time is held, and confirmed by itself when the calendar answers." },
        ]}
      />
      <Minutes key={shown.staleMinutes} minutes={shown.staleMinutes} onChange={(staleMinutes) => choose({ staleMinutes })} />
      <div>
        <Checkbox label="Ask Google once more when a patient confirms" checked={shown.asksLive} onChange={(event) => choose({ asksLive: event.target.checked })} />
        <p className="mt-1 ml-8 text-sm text-muted">For at most 0.3 seconds. Catches an event that was added a moment ago.</p>
      </div>
    </>
  );
}

function Minutes({ minutes, onChange }: { minutes: number; onChange: (minutes: number) => void }) {
  const [text, setText] = useState(String(minutes));
  const wanted = Number(text);
  const isRight = Number.isInteger(wanted) && wanted >= STALE_MINUTES.least && wanted <= STALE_MINUTES.most;
  const keep = () => isRight && wanted !== minutes && onChange(wanted);
  return (
    <Field label="Minutes that busy times count" hint={`From ${STALE_MINUTES.least} to ${STALE_MINUTES.most}, which is a day. Calendars are read every few minutes.`} {...(!isRight && { error: `A whole number from ${STALE_MINUTES.least} to ${STALE_MINUTES.most}.` })}>
      {(control) => <Input {...control} type="number" inputMode="numeric" min={STALE_MINUTES.least} max={STALE_MINUTES.most} className="max-w-32" value={text} onChange={(event) => setText(event.target.value)} onBlur={keep} onKeyDown={(event) => event.key === "Enter" && keep()} />}
    </Field>
  );
}
