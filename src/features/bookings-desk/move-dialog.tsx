"use client";

import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { ArrowRight } from "lucide-react";
import { useState } from "react";
import type { Channel } from "@/application/shared/common-schemas";
import { formatLocal, zoneInWords } from "@/domain/time/format-time";
import { ClockInput } from "@/features/availability-editor/clock-input";
import { clockText, readClock } from "@/features/availability-editor/minutes-text";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Dialog } from "@/ui/dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { showToast } from "@/ui/toast";
import { daysFrom } from "./days-from";
import { FreeTimes } from "./free-times";
import { useRefreshBookings } from "./use-booking-command";
import { whoIsTold } from "./who-is-told";

export interface MovedBooking {
  readonly reference: string;
  readonly providerId: string;
  readonly service: string;
  readonly patientName: string;
  readonly channels: readonly Channel[];
  /** Wall clock of the schedule, "YYYY-MM-DDTHH:mm". */
  readonly localStart: string;
  /** The schedule's. */
  readonly timeZone: string;
}

type MoveDialogProps = { booking: MovedBooking; /** Where it was dropped; where it is when absent. */ toLocalStart?: string; onClose: () => void };

/** Asks before a visit moves: the new time large, who will be told, and a reason where a rule stands in the way. */
export function MoveDialog({ booking, toLocalStart, onClose }: MoveDialogProps) {
  const trpc = useTRPC();
  const refresh = useRefreshBookings();
  const [target, setTarget] = useState(toLocalStart ?? booking.localStart);
  const [reason, setReason] = useState("");
  const isComplete = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(target);
  const isElsewhere = isComplete && target !== booking.localStart;
  const { data: check } = useQuery({
    ...trpc.schedule.checkTime.queryOptions({ providerId: booking.providerId, service: booking.service, reference: booking.reference, localStart: target }),
    enabled: isElsewhere,
    placeholderData: keepPreviousData,
  });
  const { isAsked, ...days } = daysFrom(target.slice(0, 10));
  const { data: free } = useQuery({ ...trpc.bookings.moveSlots.queryOptions({ reference: booking.reference, timeZone: booking.timeZone, ...days }), enabled: isAsked });
  const move = useMutation(
    trpc.bookings.reschedule.mutationOptions({
      onSuccess: async () => {
        showToast({ title: `Moved to ${formatLocal(target).dateTime}`, detail: whoIsTold(booking.patientName, booking.channels) });
        onClose();
        await refresh();
      },
    }),
  );
  const refusal = move.error ? refusalOf(move.error) : null;
  const isImpossible = isElsewhere && check !== undefined && !check.isOffered && !check.mayOverride;
  const needsReason = !isImpossible && ((isElsewhere && check?.isOffered === false) || refusal?.httpStatus === 409);
  const canMove = isElsewhere && check !== undefined && !isImpossible && (!needsReason || reason.trim() !== "");
  const submit = () => {
    if (!canMove) return;
    move.mutate({ reference: booking.reference, startsAt: check.startsAt, ...(needsReason && { override: { reason: reason.trim() } }) });
  };
  const shown = formatLocal(isComplete ? target : booking.localStart);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Move ${booking.patientName}’s visit`}
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button variant="primary" aria-disabled={!canMove || undefined} loading={move.isPending && "Moving…"} onClick={submit}>
            {needsReason ? "Move anyway" : "Move the visit"}
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <p className="text-muted">
            <span className="sr-only">From </span>
            <s>{formatLocal(booking.localStart).date.replace(/^(\w{3})\w*/, "$1")}, {formatLocal(booking.localStart).time}</s>
          </p>
          <ArrowRight aria-hidden="true" className="size-5 text-muted" />
          <p aria-live="polite">
            <span className="block">{shown.date}</span>
            <span className="time-figure block text-3xl">{shown.time}</span>
            <span className="block text-sm text-muted">{zoneInWords(booking.timeZone)}</span>
          </p>
        </div>
        <FreeTimes slots={free?.slots} onDate={target.slice(0, 10)} chosen={target} near={toLocalStart ?? booking.localStart} onChoose={setTarget} />
        <div className="grid grid-cols-2 gap-3">
          <Field label="Day">{(control) => <Input {...control} type="date" value={target.slice(0, 10)} onChange={(event) => setTarget(`${event.target.value}T${target.slice(11)}`)} />}</Field>
          <Field label="Time">{(control) => <ClockInput {...control} minute={readClock(target.slice(11))} onMinuteChange={(minute) => setTarget(`${target.slice(0, 10)}T${clockText(minute)}`)} />}</Field>
        </div>
        {isElsewhere && check?.isOffered === false && (
          <Alert tone="pending" title={check.sentence ?? "This time is not offered to patients."}>
            {isImpossible ? "Choose a time that is still to come." : check.isTaken ? "Moving here books over other time." : "You may still move the visit here."}
          </Alert>
        )}
        {refusal && (
          <Alert tone="danger" announce="assertive" title="The visit was not moved">
            {refusal.message}
          </Alert>
        )}
        {needsReason && (
          <Field label="Reason" hint="Kept with the booking. The patient does not see it.">
            {(control) => <Input {...control} value={reason} maxLength={300} onChange={(event) => setReason(event.target.value)} />}
          </Field>
        )}
        <p className="text-muted">{whoIsTold(booking.patientName, booking.channels)}</p>
      </div>
    </Dialog>
  );
}
