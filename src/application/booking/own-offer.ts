import type { ProviderFacts } from "@/application/availability/load-availability-facts";
import type { Offer } from "@/application/availability/offered-service";
import { AppError } from "@/application/shared/errors";
import { MINUTE_MS } from "@/domain/time/calendar-day";
import type { BookingRecord } from "./booking-record";

/** The booking's own service, offered or not any more, at the length that was booked or another one. Throws NOT_FOUND. */
export function ownOffer([facts]: readonly ProviderFacts[], booking: Pick<BookingRecord, "serviceId" | "startsAt" | "endsAt">, durationMinutes = (booking.endsAt - booking.startsAt) / MINUTE_MS): Offer {
  const service = facts?.services.find((candidate) => candidate.id === booking.serviceId);
  if (!facts || !service) throw new AppError("NOT_FOUND");
  return { facts, service: { ...service, durationMinutes } };
}
