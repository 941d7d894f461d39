import type { ScheduleBooking } from "@/application/schedule/schedule-schemas";
import { BookingStatusChip } from "@/features/bookings-desk/booking-status-chip";
import { timeRange } from "@/features/bookings-desk/time-range-words";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";

/** A visit in the agenda. */
export function ListLine({ booking }: { booking: ScheduleBooking }) {
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 py-1">
      <span className="time-figure w-28 shrink-0">{timeRange(booking.start, booking.end)}</span>
      <span className="min-w-0 grow basis-40">
        <span className="block truncate font-medium">{booking.patientName}</span>
        <span className="block truncate text-sm text-muted">
          {booking.serviceName} · {VISIT_MODE_WORDS[booking.mode]}
        </span>
      </span>
      <BookingStatusChip status={booking.status} />
    </div>
  );
}
