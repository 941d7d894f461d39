"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { VisitMode } from "@/application/shared/common-schemas";
import { formatLocal, zoneInWords } from "@/domain/time/format-time";
import { ClockInput } from "@/features/availability-editor/clock-input";
import { clockText, readClock } from "@/features/availability-editor/minutes-text";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Checkbox } from "@/ui/checkbox";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { NativeSelect } from "@/ui/native-select";
import { Textarea } from "@/ui/textarea";
import { showToast } from "@/ui/toast";
import { daysFrom } from "./days-from";
import { useDesk } from "./desk-context";
import { FreeTimes } from "./free-times";
import { useRefreshBookings } from "./use-booking-command";

type NewBookingDialogProps = { /** Wall clock of the schedule, when a time was clicked. */ localStart?: string; today: string; onClose: () => void; onBooked: (reference: string) => void };

/** Books for somebody on the telephone: free times first, any other time with a reason. */
export function NewBookingDialog({ localStart, today, onClose, onBooked }: NewBookingDialogProps) {
  const { owner } = useDesk();
  const trpc = useTRPC();
  const refresh = useRefreshBookings();
  const { data: services } = useQuery({ ...trpc.services.list.queryOptions({ providerId: owner?.id ?? "" }), enabled: owner !== null });
  const offered = services?.items.filter(({ isActive }) => isActive) ?? [];
  const [chosenSlug, setChosenSlug] = useState<string | null>(null);
  const [chosenMode, setChosenMode] = useState<VisitMode | null>(null);
  const [start, setStart] = useState(localStart ?? `${today}T`);
  const [patient, setPatient] = useState({ name: "", email: "", phone: "" });
  const [visitReason, setVisitReason] = useState("");
  const [overrideReason, setOverrideReason] = useState("");
  const [tells, setTells] = useState(true);
  const [agrees, setAgrees] = useState(false);
  const service = offered.find(({ slug }) => slug === chosenSlug) ?? offered[0];
  const mode = chosenMode !== null && service?.modes.includes(chosenMode) ? chosenMode : service?.modes[0];
  const hasTime = /T\d{2}:\d{2}$/.test(start);
  const { data: check } = useQuery({
    ...trpc.schedule.checkTime.queryOptions({ providerId: owner?.id ?? "", service: service?.slug ?? "", localStart: start }),
    enabled: owner !== null && service !== undefined && hasTime,
  });
  const { isAsked, ...days } = daysFrom(start.slice(0, 10));
  const { data: free } = useQuery({
    ...trpc.availability.slots.queryOptions({ provider: owner?.slug ?? "", service: service?.slug ?? "", timeZone: owner?.timeZone ?? "UTC", ...days }),
    enabled: owner !== null && service !== undefined && isAsked,
  });
  const book = useMutation(
    trpc.bookings.bookForCaller.mutationOptions({
      onSuccess: async ({ reference, status }) => {
        showToast({ title: `${status === "PENDING" ? "Held" : "Booked"} for ${formatLocal(start).dateTime}`, detail: `${patient.name} · ${reference}` });
        onBooked(reference);
        await refresh();
      },
    }),
  );
  if (owner === null) return null;
  const refusal = book.error ? refusalOf(book.error) : null;
  const isImpossible = check !== undefined && !check.isOffered && !check.mayOverride;
  const needsReason = !isImpossible && ((check !== undefined && !check.isOffered) || refusal?.httpStatus === 409);
  const mayConfirmAtOnce = !needsReason && check?.isOffered === true && check.awaitsCalendar;
  const isOverride = needsReason || (mayConfirmAtOnce && overrideReason.trim() !== "");
  const errorOf = (field: string) => refusal?.fields.find((problem) => problem.field === field)?.message;
  const canBook = service !== undefined && mode !== undefined && check !== undefined && !isImpossible && patient.name.trim() !== "" && (patient.email.trim() !== "" || patient.phone.trim() !== "") && (!needsReason || overrideReason.trim() !== "");
  const submit = () => {
    if (!canBook) return;
    book.mutate({
      providerId: owner.id,
      service: service.slug,
      startsAt: check.startsAt,
      mode,
      patient,
      timeZone: owner.timeZone,
      ...(visitReason.trim() && { reason: visitReason.trim() }),
      ...(!tells && { channels: [] }),
      ...(tells && agrees && patient.phone.trim() !== "" && { agreedToTexts: true }),
      ...(isOverride && { override: { reason: overrideReason.trim() } }),
    });
  };
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(open) => !open && onClose()}
      title="Book for a caller"
      detail={`With ${owner.name}, ${zoneInWords(owner.timeZone)}`}
      footer={
        <>
          <Button onClick={onClose}>Close</Button>
          <Button variant="primary" aria-disabled={!canBook || undefined} loading={book.isPending && "Booking…"} onClick={submit}>
            {hasTime && check ? `Book ${formatLocal(start).weekdayShort} ${formatLocal(start).dayMonthShort}, ${formatLocal(start).time}` : "Book"}
          </Button>
        </>
      }
    >
      <form className="grid gap-4" onSubmit={(event) => { event.preventDefault(); submit(); }}>
        {services !== undefined && offered.length === 0 && <Alert tone="pending">This provider offers no service yet. Add one under Services first.</Alert>}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label="Service">
            {(control) => (
              <NativeSelect {...control} value={service?.slug ?? ""} onChange={(event) => setChosenSlug(event.target.value)}>
                {offered.map(({ slug, name, durationMinutes }) => (
                  <option key={slug} value={slug}>{`${name}, ${durationMinutes} min`}</option>
                ))}
              </NativeSelect>
            )}
          </Field>
          <Field label="How">
            {(control) => (
              <NativeSelect {...control} value={mode ?? ""} onChange={(event) => setChosenMode(service?.modes.find((one) => one === event.target.value) ?? null)}>
                {service?.modes.map((one) => (
                  <option key={one} value={one}>{VISIT_MODE_WORDS[one]}</option>
                ))}
              </NativeSelect>
            )}
          </Field>
        </div>
        {service && <FreeTimes slots={free?.slots} onDate={start.slice(0, 10)} chosen={start} near={localStart ?? ""} onChoose={setStart} />}
        <div className="grid grid-cols-2 gap-4">
          <Field label="Day">{(control) => <Input {...control} type="date" value={start.slice(0, 10)} min={today} onChange={(event) => setStart(`${event.target.value}T${start.slice(11)}`)} />}</Field>
          <Field label="Time">{(control) => <ClockInput {...control} minute={readClock(start.slice(11))} onMinuteChange={(minute) => setStart(`${start.slice(0, 10)}T${clockText(minute)}`)} />}</Field>
        </div>
        {hasTime && check?.isOffered === false && (
          <Alert tone="pending" title={check.sentence ?? "This time is not offered to patients."}>
            {isImpossible ? "Choose a time that is still to come." : check.isTaken ? "Booking here books over other time." : "You may still book it."}
          </Alert>
        )}
        {mayConfirmAtOnce && (
          <Alert tone="pending" announce="polite" title={`${owner.name}’s calendar is not answering just now`}>
            The time is held as a request and confirmed by itself once the calendar answers. With a reason it is confirmed at once.
          </Alert>
        )}
        {mayConfirmAtOnce && (
          <Field label="Reason for confirming it at once" optional>
            {(control) => <Input {...control} value={overrideReason} maxLength={300} onChange={(event) => setOverrideReason(event.target.value)} />}
          </Field>
        )}
        {needsReason && (
          <Field label="Reason for booking it anyway" error={errorOf("override.reason")}>
            {(control) => <Input {...control} value={overrideReason} maxLength={300} onChange={(event) => setOverrideReason(event.target.value)} />}
          </Field>
        )}
        <Field label="Patient’s name" error={errorOf("patient.name")}>
          {(control) => <Input {...control} autoComplete="off" value={patient.name} maxLength={200} onChange={(event) => setPatient({ ...patient, name: event.target.value })} />}
        </Field>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label="E-mail" optional error={errorOf("patient.email")}>
            {(control) => <Input {...control} type="email" autoComplete="off" value={patient.email} onChange={(event) => setPatient({ ...patient, email: event.target.value })} />}
          </Field>
          <Field label="Telephone" optional error={errorOf("patient.phone")}>
            {(control) => <Input {...control} type="tel" autoComplete="off" value={patient.phone} onChange={(event) => setPatient({ ...patient, phone: event.target.value })} />}
          </Field>
        </div>
        <p className="-mt-2 text-sm text-muted">One of the two is needed, so that the patient can be reached.</p>
        <Field label="Reason for the visit" optional hint="Only the provider reads it. It is in no message.">
          {(control) => <Textarea {...control} rows={2} value={visitReason} maxLength={2000} onChange={(event) => setVisitReason(event.target.value)} />}
        </Field>
        <Checkbox label="Send the confirmation and reminders" checked={tells} onChange={(event) => setTells(event.target.checked)} />
        {tells && patient.phone.trim() !== "" && (
          <div>
            <Checkbox label="They agree to be texted at this number" checked={agrees} onChange={(event) => setAgrees(event.target.checked)} />
            <p className="mt-1 ml-7.5 text-sm text-muted">{agrees ? "The first text says that they gave it to you, and how to end it." : "Without it the number is asked first by one text, and answers YES."}</p>
          </div>
        )}
        {refusal && (
          <Alert tone="danger" announce="assertive" title="Nothing was booked">
            {refusal.message}
          </Alert>
        )}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true">
          Book
        </button>
      </form>
    </Dialog>
  );
}
