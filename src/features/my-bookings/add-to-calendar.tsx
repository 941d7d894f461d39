import { CalendarPlus, ExternalLink } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { buttonClasses } from "@/ui/button-classes";
import { googleCalendarHref } from "./google-calendar-href";

type AddToCalendarProps = { booking: BookingView; /** Absolute. */ manageUrl: string; manageToken: string };

export function AddToCalendar({ booking, manageUrl, manageToken }: AddToCalendarProps) {
  return (
    <div className="flex gap-2 max-sm:flex-col">
      <a href={`/m/${manageToken}/invite.ics`} download="appointment.ics" rel="noreferrer" className={buttonClasses()}>
        <CalendarPlus aria-hidden="true" />
        Add to calendar
      </a>
      <a href={googleCalendarHref(booking, manageUrl)} target="_blank" rel="noreferrer" className={buttonClasses({ variant: "quiet" })}>
        Google Calendar
        <ExternalLink aria-hidden="true" />
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
    </div>
  );
}
