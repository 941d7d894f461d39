import type { BookingStatus } from "@/application/shared/common-schemas";
import { BookingStatusChip } from "@/features/bookings-desk/booking-status-chip";

const SHOWN: readonly BookingStatus[] = ["CONFIRMED", "PENDING", "CHECKED_IN", "COMPLETED", "NO_SHOW"];

/** What colours and patterns mean. */
export function ScheduleLegend({ zone }: { zone: string }) {
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-muted">
      {SHOWN.map((status) => (
        <BookingStatusChip key={status} status={status} />
      ))}
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="schedule-busy size-4 border border-line" />
        Busy in a connected calendar
      </span>
      <span className="flex items-center gap-1.5">
        <span aria-hidden="true" className="schedule-leave size-4 rounded-sm border border-line" />
        Leave
      </span>
      <span className="ml-auto">All times are {zone}.</span>
    </div>
  );
}
