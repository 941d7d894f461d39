import { AppError } from "@/application/shared/errors";
import { tooEarlyFor } from "@/domain/booking/staff-commands";
import type { BookingCommand } from "@/domain/booking/booking-state-machine";
import type { BookingRecord } from "./booking-record";

/** Throws POLICY_REFUSED while it is too early at `now` (epoch ms) to note what happens at a visit. */
export function assertNotTooEarly(booking: BookingRecord, command: BookingCommand, now: number): void {
  const sentence = tooEarlyFor(command, booking, now);
  if (sentence !== null) throw new AppError("POLICY_REFUSED", { message: sentence });
}
