"use client";

import { CalendarX, Check, CheckCheck, MoveRight, UserRoundCheck, UserRoundX, X } from "lucide-react";
import { useState } from "react";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { useBookingCommand } from "./use-booking-command";
import { whoIsTold } from "./who-is-told";

type Action = StaffBookingView["actions"][number];

/** Acts that end or refuse a visit ask first; the others happen at once. */
export function BookingActions({ booking, onMove }: { booking: StaffBookingView; onMove: () => void }) {
  const commands = useBookingCommand();
  const [asking, setAsking] = useState<"cancel" | "decline" | "no-show" | null>(null);
  const [note, setNote] = useState("");
  const { reference, patientName, channels, actions } = booking;
  const may = (action: Action) => actions.includes(action);
  if (actions.length === 0) return null;
  const close = () => {
    setAsking(null);
    setNote("");
  };
  const told = whoIsTold(patientName, channels);
  return (
    <div role="group" aria-label="Actions" className="flex flex-wrap gap-2">
      {may("approve") && (
        <Button variant="primary" loading={commands.approve.isPending && "Approving…"} onClick={() => commands.approve.mutate({ reference })}>
          <Check aria-hidden="true" />
          Approve
        </Button>
      )}
      {may("check-in") && (
        <Button variant="primary" loading={commands["check-in"].isPending && "Checking in…"} onClick={() => commands["check-in"].mutate({ reference })}>
          <UserRoundCheck aria-hidden="true" />
          Check in
        </Button>
      )}
      {may("complete") && (
        <Button variant={may("check-in") ? "secondary" : "primary"} loading={commands.complete.isPending && "Completing…"} onClick={() => commands.complete.mutate({ reference })}>
          <CheckCheck aria-hidden="true" />
          Complete
        </Button>
      )}
      {may("reschedule") && (
        <Button onClick={onMove}>
          <MoveRight aria-hidden="true" />
          Move
        </Button>
      )}
      {may("no-show") && (
        <Button onClick={() => setAsking("no-show")}>
          <UserRoundX aria-hidden="true" />
          Did not come
        </Button>
      )}
      {may("decline") && (
        <Button onClick={() => setAsking("decline")}>
          <X aria-hidden="true" />
          Decline
        </Button>
      )}
      {may("cancel") && (
        <Button onClick={() => setAsking("cancel")}>
          <CalendarX aria-hidden="true" />
          Cancel the visit
        </Button>
      )}
      <ConfirmDialog
        open={asking === "cancel"}
        onOpenChange={(open) => !open && close()}
        title="Cancel this visit?"
        consequence={`${told} The time becomes free again. This cannot be undone.`}
        confirmLabel="Cancel the visit"
        tone="danger"
        working={commands.cancel.isPending && "Cancelling…"}
        onConfirm={() => commands.cancel.mutate({ reference, ...(note.trim() && { reason: note.trim() }) }, { onSettled: close })}
      >
        <Field label="Note for the clinic" hint="Kept with the booking. The patient does not see it." optional>
          {(control) => <Input {...control} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === "decline"}
        onOpenChange={(open) => !open && close()}
        title="Decline this request?"
        consequence={`${told} The time becomes free again. This cannot be undone.`}
        confirmLabel="Decline the request"
        tone="danger"
        working={commands.decline.isPending && "Declining…"}
        onConfirm={() => commands.decline.mutate({ reference }, { onSettled: close })}
      />
      <ConfirmDialog
        open={asking === "no-show"}
        onOpenChange={(open) => !open && close()}
        title={`${patientName} did not come?`}
        consequence="The booking is closed as missed. The patient is not told. This cannot be undone."
        confirmLabel="Note that nobody came"
        working={commands["no-show"].isPending && "Noting…"}
        onConfirm={() => commands["no-show"].mutate({ reference }, { onSettled: close })}
      />
    </div>
  );
}
