"use client";

import { Check } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { useCommand } from "@/features/api/use-command";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";

type WillComeProps = { booking: BookingView; manageToken: string; onSaid: (booking: BookingView) => void };

/** Asks whether the patient will come, until they have said so. Opening the page says nothing: only the button does. */
export function WillCome({ booking, manageToken, onSaid }: WillComeProps) {
  const say = useCommand("bookings.confirmAttendanceByLink", { onDone: onSaid });
  return (
    <section id="coming" aria-labelledby="coming-heading" className="mt-8 scroll-mt-6">
      <h2 id="coming-heading">{booking.willCome ? "You have said that you will come" : "Will you come?"}</h2>
      {booking.willCome ? (
        <p role="status" className="mt-2 flex items-center gap-2 text-muted">
          <Check aria-hidden="true" className="size-4 text-success-ink" />
          {booking.provider.name} sees it. If something comes up, move or cancel above.
        </p>
      ) : (
        <>
          <p className="mt-2 text-muted">A word from you helps {booking.provider.name} to plan the day.</p>
          <Button className="mt-4 max-sm:w-full" loading={say.isWorking && "Saving…"} onClick={() => say.run({ manageToken })}>
            I will come
          </Button>
        </>
      )}
      {say.refusal && (
        <Alert tone="danger" announce="assertive" title="Nothing was saved" className="mt-4">
          {say.refusal.message}
        </Alert>
      )}
    </section>
  );
}
