"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { EditNotice } from "@/features/calendar-edits/edit-notice";
import { WaitNotice } from "@/features/calendar-outage/wait-notice";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Sheet } from "@/ui/sheet";
import { Skeleton } from "@/ui/skeleton";
import { BookingActions } from "./booking-actions";
import { BookingFacts } from "./booking-facts";
import { BookingStory } from "./booking-story";
import { MoveDialog } from "./move-dialog";
import { useRefreshBookings } from "./use-booking-command";

/** One booking's whole story beside the page, with what may be done next. Open while `reference` is set. */
export function BookingPanel({ reference, onClose }: { reference: string | null; onClose: () => void }) {
  return (
    <Sheet open={reference !== null} onOpenChange={(open) => !open && onClose()} title={reference === null ? "Booking" : `Booking ${reference}`}>
      {reference !== null && <PanelBody key={reference} reference={reference} />}
    </Sheet>
  );
}

function PanelBody({ reference }: { reference: string }) {
  const trpc = useTRPC();
  const [isMoving, setIsMoving] = useState(false);
  const refresh = useRefreshBookings();
  const { data: booking, error, refetch } = useQuery({ ...trpc.bookings.get.queryOptions({ reference }), refetchInterval: 4_000 });
  if (booking === undefined) {
    if (error) {
      return (
        <Alert tone="danger" title="This booking could not be opened" action={<Button size="sm" onClick={() => void refetch()}>Try again</Button>}>
          {refusalOf(error).message}
        </Alert>
      );
    }
    return <PanelSkeleton />;
  }
  return (
    <div className="grid gap-6">
      {booking.edit !== null && <EditNotice key={booking.edit.id} edit={booking.edit} onAnswered={refresh} />}
      {booking.calendarWait !== null && <WaitNotice wait={booking.calendarWait} />}
      <BookingFacts booking={booking} />
      <BookingActions booking={booking} onMove={() => setIsMoving(true)} />
      <BookingStory entries={booking.timeline} />
      {isMoving && (
        <MoveDialog
          booking={{
            reference: booking.reference,
            providerId: booking.providerId,
            service: booking.service.slug,
            patientName: booking.patientName,
            channels: booking.channels,
            localStart: booking.providerLocalStart,
            timeZone: booking.providerTimeZone,
          }}
          onClose={() => setIsMoving(false)}
        />
      )}
    </div>
  );
}

function PanelSkeleton() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">Opening the booking</span>
      <Skeleton className="h-14 w-3/4" />
      <Skeleton className="h-6 w-1/2" />
      <Skeleton className="h-32" />
      <Skeleton className="h-48" />
    </div>
  );
}
