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
    details: [booking.meet.url && `Join by video: ${booking.meet.url}`, `View, move or cancel: ${manageUrl}`].filter(Boolean).join("\n"),
    location: placeOf(booking),
  });
  return `https://calendar.google.com/calendar/render?${params}`;
}

function placeOf({ mode, meet, location }: BookingView): string {
  if (mode === "ONLINE") return meet.url ?? "By video";
  if (mode === "PHONE") return "By phone";
  return location ? [location.name, location.addressLine, `${location.postalCode} ${location.city}`].join(", ") : "";
}
