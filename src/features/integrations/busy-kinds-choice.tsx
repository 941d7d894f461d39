"use client";

import { useMutation } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import type { CalendarView } from "@/application/calendar/calendar-schemas";
import { BUSY_KINDS, type BusyKind } from "@/domain/calendar-sync/busy-kinds";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Checkbox } from "@/ui/checkbox";
import { showToast } from "@/ui/toast";
import { BUSY_KIND_WORDS } from "./busy-kind-words";

/** Which debatable kinds of events in a calendar block bookings. Each choice takes effect at once; the calendar is read anew. */
export function BusyKindsChoice({ calendar, onChanged }: { calendar: Pick<CalendarView, "id" | "name" | "busyKinds">; onChanged: () => Promise<void> }) {
  const trpc = useTRPC();
  const setKinds = useMutation(trpc.calendarSync.setBusyKinds.mutationOptions({ onSettled: onChanged, onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }) }));
  const chosen = setKinds.isPending ? setKinds.variables.busyKinds : calendar.busyKinds;
  const choose = (kind: BusyKind, counts: boolean) => setKinds.mutate({ calendarId: calendar.id, busyKinds: BUSY_KINDS.filter((each) => (each === kind ? counts : chosen.includes(each))) });
  return (
    <details className="group">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm py-1 text-sm text-primary-ink hover:underline pointer-coarse:min-h-11">
        <ChevronRight aria-hidden="true" className="size-4 transition-transform group-open:rotate-90" />
        What counts as busy
      </summary>
      <fieldset className="mt-1 grid gap-1.5 rounded-lg bg-sunken px-4 py-3">
        <legend className="sr-only">What counts as busy in {calendar.name}</legend>
        {BUSY_KINDS.map((kind) => (
          <Checkbox key={kind} label={BUSY_KIND_WORDS[kind].label} hint={BUSY_KIND_WORDS[kind].hint} checked={chosen.includes(kind)} disabled={setKinds.isPending} onChange={(event) => choose(kind, event.target.checked)} />
        ))}
        <p className="mt-1 text-sm text-muted">Meetings and out of office always block. What you declined, what is shown as free, and birthdays never do.</p>
      </fieldset>
    </details>
  );
}
