import type { AppContext } from "@/application/shared/context";
import { can } from "@/application/shared/authorize";
import { subjectOf, type BookingRecord } from "./booking-record";

/** The place a reason's ciphertext is bound to: the series, whose id is its first booking's, so that it moves along. */
export const reasonPlace = ({ seriesId }: { seriesId: string }) => `booking:${seriesId}`;

/** The reason for the visit where the actor may read it, else null. */
export async function readReason(app: AppContext, booking: BookingRecord): Promise<string | null> {
  if (booking.reasonCiphertext === null || !can(app.actor, "booking.read-reason", subjectOf(booking))) return null;
  return app.cipher.decrypt(booking.reasonCiphertext, reasonPlace(booking));
}
