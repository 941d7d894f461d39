"use client";

import { lazy, Suspense, useId, useState } from "react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Label } from "@/ui/label";
import { Textarea } from "@/ui/textarea";

const ConfirmDialog = lazy(() => import("@/ui/confirm-dialog").then((module) => ({ default: module.ConfirmDialog })));

type CancelVisitProps = { booking: BookingView; manageToken: string; onCancelled: (booking: BookingView) => void };

/** Asks once, naming what follows. */
export function CancelVisit({ booking, manageToken, onCancelled }: CancelVisitProps) {
  const noteId = useId();
  const [isAsking, setIsAsking] = useState(false);
  const [note, setNote] = useState("");
  const cancel = useCommand("bookings.cancelByLink", {
    onDone(cancelled) {
      setIsAsking(false);
      onCancelled(cancelled);
    },
  });
  const { weekday, time } = formatLocal(booking.localStart);
  return (
    <>
      <Button variant="quiet" onClick={() => setIsAsking(true)}>
        Cancel the appointment
      </Button>
      {isAsking && (
        <Suspense fallback={null}>
          <ConfirmDialog
            open
            onOpenChange={setIsAsking}
            title={`Cancel ${weekday}, ${time}?`}
            consequence={`${booking.provider.name} is told, and the time becomes free for others at once. This cannot be undone.`}
            confirmLabel="Cancel the appointment"
            cancelLabel="Keep it"
            tone="danger"
            working={cancel.isWorking && "Cancelling…"}
            onConfirm={() => cancel.run({ manageToken, reason: note.trim() || undefined })}
          >
            <Label htmlFor={noteId} optional className="mb-1.5">
              A note for the clinic
            </Label>
            <Textarea id={noteId} value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
            {cancel.refusal && (
              <Alert tone="danger" announce="assertive" className="mt-3">
                {cancel.refusal.message}
              </Alert>
            )}
          </ConfirmDialog>
        </Suspense>
      )}
    </>
  );
}
