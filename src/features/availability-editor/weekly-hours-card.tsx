"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ScheduleView } from "@/application/schedule/schedule-schemas";
import { DEFAULT_WEEKLY_HOURS, findWeeklyProblems, type WeeklyHours } from "@/domain/schedule/weekly-hours";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { ErrorSummary } from "@/ui/error-summary";
import { showToast } from "@/ui/toast";
import { sameHours, weekdayName } from "./draft-hours";
import { WeekPreview } from "./week-preview";
import { rangeFieldId, WeeklyEditor } from "./weekly-editor";

/** The usual week, edited as a whole and saved at once, with its effect shown below while it is edited. */
export function WeeklyHoursCard({ schedule }: { schedule: ScheduleView }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<{ hours: WeeklyHours; version: string } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const saved: WeeklyHours = { open: schedule.open, breaks: schedule.breaks };
  const hours = draft?.hours ?? saved;
  const isDirty = draft !== null && !sameHours(draft.hours, saved);
  const problems = findWeeklyProblems(hours);
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.schedule.pathKey() });
  const save = useMutation(
    trpc.schedule.saveWeeklyHours.mutationOptions({
      onSuccess: async () => {
        await refresh();
        setDraft(null);
        setAttempt(0);
        showToast({ title: "Hours saved", detail: "Patients see the new times from now on." });
      },
    }),
  );
  useWarnBeforeLeaving(isDirty);
  // The draft keeps the version it began from, so that somebody else's save in between is noticed.
  const edit = (next: WeeklyHours) => setDraft({ hours: next, version: draft?.version ?? schedule.version });
  const refusal = save.error ? refusalOf(save.error) : null;
  const isConflict = refusal?.code === "VERSION_CONFLICT";
  const discard = () => {
    setDraft(null);
    setAttempt(0);
    save.reset();
    void refresh();
  };
  const submit = () => {
    setAttempt((count) => count + 1);
    if (draft === null || problems.length > 0) return;
    save.mutate({ providerId: schedule.providerId, version: draft.version, open: [...hours.open], breaks: [...hours.breaks] });
  };
  return (
    <div className="grid min-w-0 gap-6">
      <Card aria-labelledby="hours-title">
        <CardHeader headingId="hours-title" title="The usual week" detail={schedule.canEdit ? "Drag the ends, use the arrow keys on them, or type the times." : "You can see these hours; a manager or the provider changes them."} />
        <CardBody className="py-2">
          {attempt > 0 && problems.length > 0 && (
            <div className="my-3">
              <ErrorSummary attempt={attempt} problems={problems.map(({ field, message }) => ({ fieldId: rangeFieldId(field), message: `${dayOf(hours, field)}: ${message}` }))} />
            </div>
          )}
          {hours.open.length === 0 && schedule.canEdit && (
            <Alert tone="info" className="my-3" title="No hours yet, so nobody can book" action={<Button size="sm" onClick={() => edit(DEFAULT_WEEKLY_HOURS)}>Use Mon–Fri, 09:00–17:00</Button>}>
              Start from the usual office hours with lunch at noon, or switch on single days.
            </Alert>
          )}
          <WeeklyEditor hours={hours} problems={problems} disabled={!schedule.canEdit} onChange={edit} />
        </CardBody>
        {(isDirty || refusal) && (
          <footer className="sticky bottom-0 z-10 grid gap-3 rounded-b-xl border-t border-line bg-raised px-5 py-3">
            {refusal && (
              <Alert tone="danger" announce="assertive" title="Nothing was saved" action={isConflict && <Button size="sm" onClick={discard}>Load theirs</Button>}>
                {refusal.message}
              </Alert>
            )}
            <div className="flex flex-wrap items-center justify-between gap-2">
              <p role="status" className="text-muted">
                {problems.length > 0 ? `${problems.length === 1 ? "One time needs" : `${problems.length} times need`} a look` : "Not saved yet"}
              </p>
              <div className="flex gap-2">
                <Button onClick={discard}>Discard</Button>
                <Button variant="primary" loading={save.isPending && "Saving…"} onClick={submit}>
                  Save hours
                </Button>
              </div>
            </div>
          </footer>
        )}
      </Card>
      <WeekPreview schedule={schedule} hours={hours} isDraft={isDirty} />
    </div>
  );
}

function dayOf(hours: WeeklyHours, field: string): string {
  const [list, index] = field.split(".");
  const range = (list === "breaks" ? hours.breaks : hours.open)[Number(index)];
  return range ? weekdayName(range.weekday) : "";
}

/** The browser asks before a closed tab loses changes. */
function useWarnBeforeLeaving(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isDirty]);
}
