import type { BookingView } from "@/application/booking/booking-schemas";
import { visitDoor } from "@/domain/booking/visit-door";

/** A booking for a patient's browser at `now` (epoch ms): whether its video link is ready is told, the link itself only once the door is open. */
export function keepBehindDoor<View extends BookingView>(booking: View, now: number): View {
  const { mode, status, startsAt, endsAt, meet } = booking;
  if (meet.url === null || visitDoor({ mode, status, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) }, now) === "open") return booking;
  return { ...booking, meet: { ...meet, url: null } };
}
