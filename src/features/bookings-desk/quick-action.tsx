"use client";

import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { Button } from "@/ui/button";
import { useBookingCommand } from "./use-booking-command";

const NEXT = [
  { action: "approve", label: "Approve", working: "Approving…" },
  { action: "check-in", label: "Check in", working: "Checking in…" },
  { action: "complete", label: "Complete", working: "Completing…" },
] as const;

/** The one step that usually comes next; everything else is in the panel. */
export function QuickAction({ booking }: { booking: StaffBookingView }) {
  const commands = useBookingCommand();
  const next = NEXT.find(({ action }) => booking.actions.includes(action));
  // To confirm beside a calendar that does not answer wants a reason: the panel asks for it.
  if (next === undefined || (next.action === "approve" && booking.calendarWait !== null)) return null;
  const command = commands[next.action];
  return (
    <Button size="sm" loading={command.isPending && next.working} onClick={() => command.mutate({ reference: booking.reference })}>
      {next.label}
      <span className="sr-only">, {booking.patientName}</span>
    </Button>
  );
}
