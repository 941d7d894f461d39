"use client";

import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import type { ClinicCalendarsView, ClinicCalendarView } from "@/application/clinic-calendars/clinic-calendar-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { BusyKindsChoice } from "@/features/integrations/busy-kinds-choice";
import { calendarFacts } from "@/features/integrations/calendar-facts";
import { useNow } from "@/features/integrations/use-now";
import { NativeSelect } from "@/ui/native-select";
import { showToast } from "@/ui/toast";
import { ToneIcon } from "@/ui/tone-icon";

const NOBODY = "nobody";
const EVERYBODY = "everybody";

type ClinicCalendarLineProps = { clinic: ClinicCalendarsView; calendar: ClinicCalendarView; onChanged: () => Promise<void> };

/** One calendar of the clinic: whom it makes busy, and how fresh it is. */
export function ClinicCalendarLine({ clinic, calendar, onChanged }: ClinicCalendarLineProps) {
  const trpc = useTRPC();
  const id = useId();
  const now = useNow(15_000);
  const setCalendar = useMutation(trpc.clinicCalendars.setCalendar.mutationOptions({ onSettled: onChanged, onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }) }));
  const { readsBusy, locationId } = setCalendar.isPending ? setCalendar.variables : calendar;
  const facts = calendarFacts(calendar, now);
  function choose(value: string) {
    const isPlace = value !== NOBODY && value !== EVERYBODY;
    setCalendar.mutate({ calendarId: calendar.id, readsBusy: value !== NOBODY, locationId: isPlace ? value : null });
  }
  return (
    <div className="grid min-w-0 gap-2">
      <p className="min-w-0 font-medium break-words">{calendar.name}</p>
      {facts.length > 0 && <p className="text-sm text-muted tabular-nums">{facts.join(" · ")}</p>}
      {calendar.problem && (
        <p className="flex items-start gap-1.5 text-sm text-pending-ink">
          <ToneIcon tone="pending" className="mt-0.5 size-3.5 shrink-0" />
          {calendar.problem.sentence}
        </p>
      )}
      <div className="max-w-sm">
        <label htmlFor={id} className="mb-1 block text-sm">
          Its events block bookings of <span className="sr-only">({calendar.name})</span>
        </label>
        <NativeSelect id={id} value={readsBusy ? (locationId ?? EVERYBODY) : NOBODY} disabled={setCalendar.isPending} onChange={(event) => choose(event.target.value)}>
          <option value={NOBODY}>Nobody</option>
          <option value={EVERYBODY}>Everybody in the clinic ({people(clinic.providers)})</option>
          {clinic.locations.map((location) => (
            <option key={location.id} value={location.id}>
              {location.name} ({people(location.providers)})
            </option>
          ))}
        </NativeSelect>
      </div>
      {readsBusy && <BusyKindsChoice calendar={calendar} onChanged={onChanged} />}
    </div>
  );
}

const people = (count: number): string => (count === 1 ? "1 person" : `${count} people`);
