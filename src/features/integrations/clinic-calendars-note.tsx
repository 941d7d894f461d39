import { Building2 } from "lucide-react";
import type { CalendarStatusView } from "@/application/calendar/calendar-schemas";

/** The clinic's calendars that block a provider's bookings too: to know of, nothing to press. */
export function ClinicCalendarsNote({ calendars }: { calendars: CalendarStatusView["clinicCalendars"] }) {
  return (
    <div className="mt-5 flex items-start gap-2 rounded-lg bg-sunken px-4 py-3 text-sm">
      <Building2 aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
      <p className="min-w-0 break-words">
        {calendars.length === 1 ? "A calendar of the clinic also blocks these bookings: " : "Calendars of the clinic also block these bookings: "}
        {calendars.map(({ name, of }) => `${name} (${of})`).join(", ")}. The clinic’s managers connect them.
      </p>
    </div>
  );
}
