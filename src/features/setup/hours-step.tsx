"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { DEFAULT_WEEKLY_HOURS, findWeeklyProblems, type WeeklyHours } from "@/domain/schedule/weekly-hours";
import { zoneInWords } from "@/domain/time/format-time";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { WeeklyEditor } from "@/features/availability-editor/weekly-editor";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card, CardBody } from "@/ui/card";
import { Skeleton } from "@/ui/skeleton";
import type { StepProps } from "./setup-steps";
import { StepFrame } from "./step-frame";

/** When patients may come; the usual office hours to begin with. */
export function HoursStep({ setup, heading, onDone, onBack }: StepProps) {
  const trpc = useTRPC();
  const { data: schedule } = useQuery(trpc.schedule.get.queryOptions({ providerId: setup.provider?.id }));
  const [draft, setDraft] = useState<WeeklyHours | null>(null);
  const save = useMutation(trpc.schedule.saveWeeklyHours.mutationOptions({ onSuccess: () => onDone("calendar") }));
  const stored = schedule !== undefined && schedule.open.length > 0 ? { open: schedule.open, breaks: schedule.breaks } : DEFAULT_WEEKLY_HOURS;
  const hours = draft ?? stored;
  const problems = findWeeklyProblems(hours);
  const isEmpty = hours.open.length === 0;
  const refusal = save.error ? refusalOf(save.error) : null;
  const submit = () => {
    if (schedule === undefined || problems.length > 0 || isEmpty) return;
    save.mutate({ providerId: schedule.providerId, version: schedule.version, open: [...hours.open], breaks: [...hours.breaks] });
  };
  return (
    <StepFrame
      heading={heading}
      title="When do you work?"
      detail={`Times are ${zoneInWords(setup.provider?.profile.timeZone ?? "UTC")}. Leave and single days come later, under Availability.`}
      onBack={onBack}
      actions={
        <Button variant="primary" size="lg" aria-disabled={problems.length > 0 || isEmpty || undefined} loading={save.isPending && "Saving…"} onClick={submit}>
          Go on to the calendar
        </Button>
      }
    >
      {refusal && (
        <Alert tone="danger" announce="assertive" title="Nothing was saved" className="mb-4">
          {refusal.message}
        </Alert>
      )}
      {isEmpty && <Alert tone="pending" className="mb-4">Switch on at least one day.</Alert>}
      <Card>
        <CardBody className="py-1">{schedule === undefined ? <Skeleton className="my-4 h-96" /> : <WeeklyEditor hours={hours} problems={problems} onChange={setDraft} />}</CardBody>
      </Card>
    </StepFrame>
  );
}
