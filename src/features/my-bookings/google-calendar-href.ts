import type { BookingView } from "@/application/booking/booking-schemas";

/** "20261124T153000Z" */
const compact = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** An address that offers the appointment to the patient's own Google Calendar. Nothing about health is in it. */
export function googleCalendarHref(booking: BookingView, manageUrl: string): string {
  const params = new URLSearchParams({
    action: "TEMPLATE",
    text: `Appointment with ${booking.provider.name}`,
    dates: `${compact(booking.startsAt)}/${compact(booking.endsAt)}`,
    ctz: booking.timeZone,
    details: [booking.mode === "ONLINE" && `Join by video: ${manageUrl}/visit`, `View, move or cancel: ${manageUrl}`].filter(Boolean).join("\n"),
    location: placeOf(booking),
  });
  return `https://calendar.google.com/calendar/render?${params}`;
}

function placeOf({ mode, location }: BookingView): string {
  if (mode === "ONLINE") return "By video";
  if (mode === "PHONE") return "By phone";
  return location ? [location.name, location.addressLine, `${location.postalCode} ${location.city}`].join(", ") : "";
}
