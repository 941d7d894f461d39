"use client";

import { useState } from "react";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { BookingCommands } from "./use-booking-command";
import { whoIsTold } from "./who-is-told";

type ConfirmAnywayDialogProps = { booking: StaffBookingView; approve: BookingCommands["approve"]; onClose: () => void };

/** Confirms in the calendar's stead, with the reason for it. */
export function ConfirmAnywayDialog({ booking, approve, onClose }: ConfirmAnywayDialogProps) {
  const [text, setText] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const reason = text.trim();
  const confirm = () => {
    if (reason === "") setIsMissing(true);
    else approve.mutate({ reference: booking.reference, reason }, { onSettled: onClose });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={booking.calendarWait === "clash" ? "Confirm beside what the calendar shows?" : "Confirm without the calendar?"}
      consequence={whoIsTold(booking.patientName, booking.channels)}
      confirmLabel="Confirm the visit"
      tone="primary"
      working={approve.isPending && "Confirming…"}
      onConfirm={confirm}
    >
      <Field label="Reason" hint="Kept with the booking. The patient does not see it." {...(isMissing && reason === "" && { error: "Say in a few words why it is confirmed." })}>
        {(control) => <Input {...control} value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />}
      </Field>
    </ConfirmDialog>
  );
}
