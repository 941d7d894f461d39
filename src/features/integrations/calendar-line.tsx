"use client";

import { useMutation } from "@tanstack/react-query";
import type { CalendarView } from "@/application/calendar/calendar-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { StatusChip } from "@/ui/status-chip";
import { Switch } from "@/ui/switch";
import { showToast } from "@/ui/toast";
import { ToneIcon } from "@/ui/tone-icon";
import { BookingCalendarButton } from "./booking-calendar-button";
import { BusyKindsChoice } from "./busy-kinds-choice";
import { calendarFacts } from "./calendar-facts";
import { useNow } from "./use-now";

/** One calendar: whether it blocks bookings, whether bookings go there, and how fresh it is. */
export function CalendarLine({ calendar, comingEvents, onChanged }: { calendar: CalendarView; comingEvents: number; onChanged: () => Promise<void> }) {
  const trpc = useTRPC();
  const now = useNow(15_000);
  const setUse = useMutation(trpc.calendarSync.setCalendarUse.mutationOptions({ onSettled: onChanged, onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }) }));
  const readsBusy = setUse.isPending ? setUse.variables.readsBusy : calendar.readsBusy;
  const facts = calendarFacts(calendar, now);
  return (
    <div className="grid min-w-0 gap-1.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="min-w-0 font-medium break-words">{calendar.name}</p>
        {calendar.receivesBookings && <StatusChip tone="info">Bookings go here</StatusChip>}
      </div>
      {facts.length > 0 && <p className="text-sm text-muted tabular-nums">{facts.join(" · ")}</p>}
      {calendar.problem && <p className="flex items-start gap-1.5 text-sm text-pending-ink"><ToneIcon tone="pending" className="mt-0.5 size-3.5 shrink-0" />{calendar.problem.sentence}</p>}
      {calendar.problem?.fix === "stop-reading" && (
        <Button size="sm" className="w-fit" onClick={() => setUse.mutate({ calendarId: calendar.id, readsBusy: false })}>
          Stop reading it
        </Button>
      )}
      <Switch label={<span className="text-sm">Its events block bookings</span>} checked={readsBusy} onChange={(event) => setUse.mutate({ calendarId: calendar.id, readsBusy: event.target.checked })} />
      {!readsBusy && calendar.receivesBookings && <p className="text-sm text-muted">It is still read for what you do to your bookings there.</p>}
      {readsBusy && <BusyKindsChoice calendar={calendar} onChanged={onChanged} />}
      {calendar.canWrite && !calendar.receivesBookings && <BookingCalendarButton calendar={calendar} comingEvents={comingEvents} onChanged={onChanged} />}
    </div>
  );
}
