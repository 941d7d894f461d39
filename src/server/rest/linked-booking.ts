import { getBookingByLink } from "@/application/booking/get-booking-by-link";
import type { BookingView } from "@/application/booking/booking-schemas";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { normalizeReference } from "@/domain/booking/booking-reference";

/** The bearer's booking, when it is the one named. Throws NOT_FOUND for any other, whether it exists or not. */
export async function linkedBooking(app: AppContext, reference: string): Promise<BookingView> {
  const booking = await getBookingByLink(app);
  if (booking.reference !== normalizeReference(reference)) throw new AppError("NOT_FOUND", { message: "We could not find this booking." });
  return booking;
}
