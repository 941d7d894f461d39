import type { BookingView } from "@/application/booking/booking-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { Alert } from "@/ui/alert";

/** Says that the visit is not what it was when the page was opened. */
export function ChangedNotice({ booking }: { booking: BookingView }) {
  const isCancelled = booking.status === "CANCELLED";
  return (
    <Alert tone="info" announce="polite" className="mb-5" title={isCancelled ? "Your appointment was cancelled" : `Your appointment is on ${formatLocal(booking.localStart).dateTime}`}>
      It was changed just now. You get a message about it.
    </Alert>
  );
}
