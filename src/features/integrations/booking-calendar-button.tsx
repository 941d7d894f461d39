"use client";

import { useMutation } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { showToast } from "@/ui/toast";

type BookingCalendarButtonProps = { calendar: { id: string; name: string }; comingEvents: number; onChanged: () => Promise<void> };

/** Makes a calendar the one that receives bookings, after saying what that moves. */
export function BookingCalendarButton({ calendar, comingEvents, onChanged }: BookingCalendarButtonProps) {
  const trpc = useTRPC();
  const [isAsking, setIsAsking] = useState(false);
  const choose = useMutation(
    trpc.calendarSync.setBookingCalendar.mutationOptions({
      onSettled: onChanged,
      onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }),
      onSuccess: () => {
        setIsAsking(false);
        showToast({ title: `Bookings go to ${calendar.name}`, detail: comingEvents > 0 ? "Coming visits move there now. This takes a minute at most." : "Nothing had to be moved." });
      },
    }),
  );
  return (
    <>
      <Button size="sm" className="w-fit" onClick={() => setIsAsking(true)}>
        <CalendarPlus aria-hidden="true" />
        Send bookings here<span className="sr-only">: {calendar.name}</span>
      </Button>
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setIsAsking}
        title={`Send bookings to ${calendar.name}?`}
        consequence={movingInWords(comingEvents)}
        confirmLabel="Send bookings here"
        working={choose.isPending && "Choosing…"}
        onConfirm={() => choose.mutate({ calendarId: calendar.id })}
      />
    </>
  );
}

function movingInWords(comingEvents: number): string {
  if (comingEvents === 0) return "New bookings appear there. Past visits stay where they are.";
  const visits = comingEvents === 1 ? "One coming visit appears" : `${comingEvents} coming visits appear`;
  return `${visits} there and then leave the calendar bookings went to so far; past visits stay. Video links stay the ones patients have, so nobody is written to.`;
}
