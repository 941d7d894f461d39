import { enqueue, type BookingChange } from "@/application/shared/enqueue";
import type { Tx } from "@/platform/db";

/**
 * Tells everyone concerned about a change of a booking, once the caller's transaction commits. Asking twice for the
 * same version and change is harmless. `notBefore` (epoch ms) gives a Meet link the time to be made.
 */
export async function announceChange(tx: Tx, booking: { id: string; version: number }, change: BookingChange, options: { notBefore?: number } = {}): Promise<void> {
  await enqueue(
    tx,
    "messages.announce",
    { bookingId: booking.id, version: booking.version, change },
    { key: `announce:${booking.id}:${booking.version}:${change}`, ...(options.notBefore !== undefined && { runAt: options.notBefore }) },
  );
}
