import type { BookingView } from "@/application/booking/booking-schemas";
import { Alert } from "@/ui/alert";

type CalendarWaitProps = { booking: Pick<BookingView, "calendarWait" | "provider">; className?: string };

/** Why a time is held and not confirmed yet, and what comes next. Nothing for what waits for no calendar. */
export function CalendarWait({ booking: { calendarWait, provider }, className }: CalendarWaitProps) {
  if (calendarWait === null) return null;
  const [title, words] =
    calendarWait === "waiting"
      ? [`${provider.name}’s calendar is not answering just now`, "We hold this time for you and confirm as soon as it does. You need not do anything, and we tell you."]
      : [`${provider.name} is asked about this time`, "The calendar answers again and shows something at this time. It is held for you until it is decided, and we tell you."];
  return (
    <Alert tone="pending" announce="polite" title={title} {...(className !== undefined && { className })}>
      {words}
    </Alert>
  );
}
