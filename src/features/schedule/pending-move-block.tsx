import { ArrowLeftRight } from "lucide-react";
import type { ScheduleBooking } from "@/application/schedule/schedule-schemas";

/** Where a visit is about to go: drawn open, since it is not there yet. */
export function PendingMoveBlock({ booking: { edit, patientName } }: { booking: ScheduleBooking }) {
  return (
    <div className="flex h-full w-full min-w-0 flex-col overflow-hidden rounded-sm border-2 border-dashed border-pending bg-raised px-1.5 py-1 text-left text-xs leading-snug">
      <p className="flex shrink-0 items-center gap-1 text-pending-ink">
        <ArrowLeftRight aria-hidden="true" className="size-3.5 shrink-0" />
        <span className="time-figure shrink-0">{edit?.to?.start.slice(11)}</span>
        <span className="truncate">{edit?.state === "asked" ? "asks you" : "taking effect soon"}</span>
      </p>
      <p className="truncate text-sm font-medium text-ink">
        {patientName}
        <span className="sr-only">, moved in Google to this time</span>
      </p>
    </div>
  );
}
