import { Video } from "lucide-react";
import type { OwnBookingView } from "@/application/booking/booking-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { buttonClasses } from "@/ui/button-classes";

const STATE_WORDS: Readonly<Record<OwnBookingView["meet"]["status"], string>> = {
  ready: "The video link is ready.",
  pending: "The video link is being prepared.",
  failed: "The video link is not ready yet; the clinic will send it.",
  none: "The clinic will send the video link.",
};

/** How the video link of a coming visit stands, and the way to its door. */
export function VideoLine({ booking: { reference, meet, localStart } }: { booking: OwnBookingView }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-4 py-3 sm:px-5">
      <p className="flex items-center gap-2 text-sm text-muted">
        <Video aria-hidden="true" className="size-4 shrink-0" />
        {STATE_WORDS[meet.status]}
      </p>
      <a href={`/my/bookings/${reference}/visit`} className={buttonClasses({ size: "sm" })}>
        Join video<span className="sr-only"> on {formatLocal(localStart).dateTime}</span>
      </a>
    </div>
  );
}
