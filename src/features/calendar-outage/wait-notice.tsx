import type { StaffBookingView } from "@/application/booking/booking-schemas";
import { Alert } from "@/ui/alert";

/** Why a request is not confirmed yet although nobody has to approve it. */
export function WaitNotice({ wait }: { wait: NonNullable<StaffBookingView["calendarWait"]> }) {
  if (wait === "clash") {
    return (
      <Alert tone="pending" announce="polite" title="The calendar shows something at this time">
        It was booked while the calendar did not answer. The time is held until you confirm, move or decline it.
      </Alert>
    );
  }
  return (
    <Alert tone="pending" announce="polite" title="Waiting for the calendar">
      The calendar was not answering when this was booked. Once it was read again and the time is free, it is confirmed by itself. The patient knows that.
    </Alert>
  );
}
