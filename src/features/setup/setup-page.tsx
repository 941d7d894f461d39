"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useEffect, useRef } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Skeleton } from "@/ui/skeleton";
import type { CalendarProblem } from "@/application/calendar/calendar-schemas";
import { CalendarStep } from "./calendar-step";
import { DoneStep } from "./done-step";
import { HoursStep } from "./hours-step";
import { ProfileStep } from "./profile-step";
import { ServicesStep } from "./services-step";
import { reachedStep, SETUP_STEPS, stepBefore, stepIndex } from "./setup-steps";
import { StepList } from "./step-list";

/** The short way from a new account to a page that can be booked. Every step is stored, so a reload goes on where one was. */
export function SetupPage({ zones, problem }: { zones: readonly string[]; problem: CalendarProblem | null }) {
  const trpc = useTRPC();
  const { data: setup, error, refetch } = useQuery(trpc.providerProfile.setup.queryOptions());
  const [wanted, setWanted] = useQueryState("step", parseAsStringLiteral(SETUP_STEPS).withOptions({ history: "push", scroll: true }));
  const heading = useRef<HTMLHeadingElement>(null);
  const reached = setup && reachedStep(setup);
  // A later step than reached is refused, an earlier one may be opened again.
  const step = reached && (wanted !== null && stepIndex(wanted) <= stepIndex(reached) ? wanted : reached);
  const shownBefore = useRef(step);
  useEffect(() => {
    if (shownBefore.current !== undefined && shownBefore.current !== step) heading.current?.focus();
    shownBefore.current = step;
  }, [step]);
  if (setup === undefined || step === undefined) {
    if (!error) return <Skeleton className="h-96" />;
    return (
      <Alert tone="danger" title="The set-up could not be opened" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
        {refusalOf(error).message}
      </Alert>
    );
  }
  const goTo = async (next: (typeof SETUP_STEPS)[number]) => {
    await refetch();
    await setWanted(next);
  };
  const before = stepBefore(step);
  const shared = { setup, heading, onDone: goTo, onBack: before && step !== "done" ? () => void setWanted(before) : undefined };
  return (
    <>
      <StepList current={step} reached={reached ?? step} onOpen={(target) => void setWanted(target)} />
      {step === "profile" && <ProfileStep {...shared} zones={zones} />}
      {step === "services" && <ServicesStep {...shared} />}
      {step === "hours" && <HoursStep {...shared} />}
      {step === "calendar" && <CalendarStep {...shared} problem={problem} />}
      {step === "done" && <DoneStep {...shared} />}
    </>
  );
}
