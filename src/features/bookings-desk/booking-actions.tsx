"use client";

import { CalendarX, Check, CheckCheck, MoveRight, UserRoundCheck, UserRoundX, X } from "lucide-react";
import { useState } from "react";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { Button } from "@/ui/button";
import { ConfirmAnywayDialog } from "./confirm-anyway-dialog";
import { EndingDialog, type Ending } from "./ending-dialog";
import { useBookingCommand } from "./use-booking-command";

type Action = StaffBookingView["actions"][number];

/** Acts that end or refuse a visit ask first; the others happen at once. */
export function BookingActions({ booking, onMove }: { booking: StaffBookingView; onMove: () => void }) {
  const commands = useBookingCommand();
  const [asking, setAsking] = useState<Ending | "confirm-anyway" | null>(null);
  const { reference, actions, calendarWait } = booking;
  const may = (action: Action) => actions.includes(action);
  if (actions.length === 0) return null;
  return (
    <div role="group" aria-label="Actions" className="flex flex-wrap gap-2">
      {may("approve") && (
        <Button variant="primary" loading={commands.approve.isPending && "Approving…"} onClick={() => (calendarWait === null ? commands.approve.mutate({ reference }) : setAsking("confirm-anyway"))}>
          <Check aria-hidden="true" />
          {calendarWait === null ? "Approve" : "Confirm anyway"}
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
      {/* A request is answered, not cancelled. */}
      {may("cancel") && !may("decline") && (
        <Button onClick={() => setAsking("cancel")}>
          <CalendarX aria-hidden="true" />
          Cancel the visit
        </Button>
      )}
      {asking === "confirm-anyway" && <ConfirmAnywayDialog booking={booking} approve={commands.approve} onClose={() => setAsking(null)} />}
      {asking !== null && asking !== "confirm-anyway" && <EndingDialog ending={asking} booking={booking} commands={commands} onClose={() => setAsking(null)} />}
    </div>
  );
}
