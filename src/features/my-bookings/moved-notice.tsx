"use client";

import type { BookingView } from "@/application/booking/booking-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";

type MovedNoticeProps = { booking: BookingView; /** As it was before the move. */ from: BookingView; manageToken: string; onUndone: (booking: BookingView) => void };

/** Says that it moved, and offers the way back while the old time may still be free. */
export function MovedNotice({ booking, from, manageToken, onUndone }: MovedNoticeProps) {
  const undo = useCommand("bookings.rescheduleByLink", { onDone: onUndone });
  const { refusal } = undo;
  return (
    <Alert
      tone={refusal ? "pending" : "success"}
      announce="polite"
      className="mb-5"
      title={refusal ? "It could not be moved back" : `Moved to ${formatLocal(booking.localStart).dateTime}`}
      action={
        !refusal && (
          <Button size="sm" loading={undo.isWorking && "Moving back…"} onClick={() => undo.run({ manageToken, startsAt: from.startsAt })}>
            Undo
          </Button>
        )
      }
    >
      {refusal ? `${refusal.message} Your appointment stays at the new time.` : `${booking.provider.name} is told. You get a new confirmation.`}
    </Alert>
  );
}
