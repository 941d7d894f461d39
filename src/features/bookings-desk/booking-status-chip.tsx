import type { BookingStatus } from "@/application/shared/common-schemas";
import { StatusChip } from "@/ui/status-chip";
import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { BOOKING_STATUS, WAIT_LABELS } from "./booking-status";
import { BookingStatusIcon } from "./booking-status-icon";

export function BookingStatusChip({ status, calendarWait = null }: { status: BookingStatus; calendarWait?: StaffBookingView["calendarWait"] }) {
  const { label, tone } = BOOKING_STATUS[status];
  return (
    <StatusChip tone={tone} icon={<BookingStatusIcon status={status} className="size-3.5" />}>
      {calendarWait === null ? label : WAIT_LABELS[calendarWait]}
    </StatusChip>
  );
}
