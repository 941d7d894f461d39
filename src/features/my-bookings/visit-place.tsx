import type { ReactNode } from "react";
import { ExternalLink, MapPin, Phone } from "lucide-react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { MeetLink } from "./meet-link";

type VisitPlaceProps = { booking: BookingView; /** Leads into a video visit. */ manageToken: string };

/** Where to be: an address with directions, the video link, or the phone. */
export function VisitPlace({ booking, manageToken }: VisitPlaceProps) {
  if (booking.mode === "ONLINE") return <MeetLink booking={booking} manageToken={manageToken} />;
  if (booking.mode === "PHONE") return <Line icon={<Phone aria-hidden="true" />}>By phone. {booking.provider.name} calls you.</Line>;
  const { location } = booking;
  if (!location) return <Line icon={<MapPin aria-hidden="true" />}>In person. {booking.provider.name} tells you where to come.</Line>;
  const address = `${location.addressLine}, ${location.postalCode} ${location.city}`;
  return (
    <Line icon={<MapPin aria-hidden="true" />}>
      <p>{location.name}</p>
      <p className="text-muted">{address}</p>
      <a href={`https://www.google.com/maps/dir/?${new URLSearchParams({ api: "1", destination: `${location.name}, ${address}` })}`} target="_blank" rel="noreferrer" className="text-link inline-flex min-h-6 items-center gap-1 pointer-coarse:min-h-11">
        Directions
        <ExternalLink aria-hidden="true" className="size-3.5" />
        <span className="sr-only"> (opens in a new tab)</span>
      </a>
    </Line>
  );
}

function Line({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <div className="flex gap-3 [&>.lucide]:mt-0.5 [&>.lucide]:size-5 [&>.lucide]:text-muted">
      {icon}
      <div className="min-w-0">{children}</div>
    </div>
  );
}
