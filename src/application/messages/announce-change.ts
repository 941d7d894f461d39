import type { WriteTo } from "@/application/shared/changes";
import { enqueue, type BookingChange, type JobPayloads } from "@/application/shared/enqueue";

/** The key under which an announcement waits. */
export const announceKey = ({ bookingId, version, change }: JobPayloads["messages.announce"]): string => `announce:${bookingId}:${version}:${change}`;

/**
 * Tells everyone concerned about a change of a booking, once the caller's transaction commits. Asking twice for the
 * same version and change is harmless. `notBefore` (epoch ms) gives a Meet link the time to be made.
 */
export async function announceChange(to: WriteTo, booking: { id: string; version: number }, change: BookingChange, options: { notBefore?: number } = {}): Promise<void> {
  const payload = { bookingId: booking.id, version: booking.version, change };
  await enqueue(to, "messages.announce", payload, { key: announceKey(payload), ...(options.notBefore !== undefined && { runAt: options.notBefore }) });
}
