import { AppError } from "@/application/shared/errors";
import type { BookingRecord } from "./booking-record";

/** Throws POLICY_REFUSED until the visit's start has come (`now` in epoch ms). */
export function assertHasBegun(booking: BookingRecord, now: number): void {
  if (booking.startsAt > now) throw new AppError("POLICY_REFUSED", { message: "This appointment has not begun yet." });
}
