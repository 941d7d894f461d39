import type { BookingStatus } from "@/application/shared/common-schemas";
import { StatusChip } from "@/ui/status-chip";
import { BOOKING_STATUS } from "./booking-status";
import { BookingStatusIcon } from "./booking-status-icon";

export function BookingStatusChip({ status }: { status: BookingStatus }) {
  const { label, tone } = BOOKING_STATUS[status];
  return (
    <StatusChip tone={tone} icon={<BookingStatusIcon status={status} className="size-3.5" />}>
      {label}
    </StatusChip>
  );
}
