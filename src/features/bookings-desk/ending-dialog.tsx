"use client";

import { useState } from "react";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import type { BookingCommands } from "./use-booking-command";
import { whoIsTold } from "./who-is-told";

export type Ending = "cancel" | "decline" | "no-show";

type EndingDialogProps = { ending: Ending; booking: StaffBookingView; commands: BookingCommands; onClose: () => void };

/** Asks before a visit ends without taking place, with a note where one is kept. */
export function EndingDialog({ ending, booking, commands, onClose }: EndingDialogProps) {
  const [note, setNote] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const { reference, cancellation } = booking;
  const words = wordsFor(ending, booking);
  // Patients could not cancel any more, so the clinic says why it does.
  const needsReason = ending === "cancel" && !cancellation.isAllowed;
  const reason = note.trim();
  const confirm = () => {
    if (needsReason && reason === "") setIsMissing(true);
    else commands[ending].mutate({ reference, ...(reason && { reason }) }, { onSettled: onClose });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.title}
      consequence={words.consequence}
      confirmLabel={words.confirmLabel}
      tone={ending === "no-show" ? "primary" : "danger"}
      working={commands[ending].isPending && words.working}
      onConfirm={confirm}
    >
      {words.noteHint !== null && (
        <Field label={needsReason ? "Reason" : "Note for the clinic"} hint={needsReason ? `The time for cancelling has passed. ${words.noteHint}` : words.noteHint} optional={!needsReason} {...(isMissing && reason === "" && { error: "Say in a few words why it is cancelled." })}>
          {(control) => <Input {...control} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      )}
    </ConfirmDialog>
  );
}

interface Words {
  readonly title: string;
  readonly consequence: string;
  readonly confirmLabel: string;
  readonly working: string;
  /** Null when no note is kept. */
  readonly noteHint: string | null;
}

const NO_WAY_BACK = "The time becomes free again. This cannot be undone.";

function wordsFor(ending: Ending, { patientName, channels }: StaffBookingView): Words {
  const told = whoIsTold(patientName, channels);
  switch (ending) {
    case "cancel":
      return { title: "Cancel this visit?", consequence: `${told} ${NO_WAY_BACK}`, confirmLabel: "Cancel the visit", working: "Cancelling…", noteHint: "Kept with the booking. The patient does not see it." };
    case "decline":
      return {
        title: "Decline this request?",
        consequence: `${told} ${NO_WAY_BACK}`,
        confirmLabel: "Decline the request",
        working: "Declining…",
        noteHint: "Kept with the booking. The patient reads only that this time is not possible, with a way to other times.",
      };
    case "no-show":
      return {
        title: `${patientName} did not come?`,
        consequence: "The booking is closed as missed. The patient is not told. This cannot be undone.",
        confirmLabel: "Note that nobody came",
        working: "Noting…",
        noteHint: null,
      };
  }
}
