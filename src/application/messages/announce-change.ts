import type { WriteTo } from "@/application/shared/changes";
import { dequeue, enqueue, type BookingChange, type JobPayloads } from "@/application/shared/enqueue";
import { changeGrace } from "@/domain/messages/change-grace";

/** The key under which an announcement waits. */
export const announceKey = ({ bookingId, version, change }: JobPayloads["messages.announce"]): string => `announce:${bookingId}:${version}:${change}`;

/** The key under which a series waits to be told of its changes: a later one takes the place of an earlier. */
export const settlingKey = (seriesId: string): string => `announce:${seriesId}:settling`;

/** Held, then confirmed. */
const NEW_VERSION = 2;

interface AnnouncedBooking {
  readonly id: string;
  readonly seriesId: string;
  readonly version: number;
  /** Epoch ms. */
  readonly startsAt: number;
}

/**
 * Tells everyone concerned about a change of a booking, once the caller's transaction commits. Asking twice for the
 * same version and change is harmless. Moves and cancellations wait `graceMs` for a second thought; whatever is told takes the place
 * of what still waits. `notBefore` (epoch ms) gives a Meet link the time to be made.
 */
export async function announceChange(to: WriteTo, booking: AnnouncedBooking, change: BookingChange, when: { now: number; graceMs: number; notBefore?: number }): Promise<void> {
  const payload = { bookingId: booking.id, version: booking.version, change };
  const grace = changeGrace(change, booking.startsAt, when.now, when.graceMs);
  const runAt = Math.max(when.now + grace, when.notBefore ?? 0);
  const options = runAt > when.now ? { runAt } : {};
  if (grace > 0) return enqueue(to, "messages.announce", payload, { key: settlingKey(booking.seriesId), ...options });
  // A new booking has nothing that waits, and is written in a hurry.
  if (booking.version > NEW_VERSION) await dequeue(to, settlingKey(booking.seriesId));
  await enqueue(to, "messages.announce", payload, { key: announceKey(payload), ...options });
}

/** Tells that a Meet link became ready, once the caller's transaction commits. */
export const announceMeetReady = (to: WriteTo, booking: Pick<AnnouncedBooking, "id" | "version">): Promise<void> => announceBeside(to, booking, "meet-ready");

/** Tells the provider that something takes the time of a request, once the caller's transaction commits. */
export const announceClash = (to: WriteTo, booking: Pick<AnnouncedBooking, "id" | "version">): Promise<void> => announceBeside(to, booking, "clashes");

/** What waits to be told goes on waiting. */
async function announceBeside(to: WriteTo, { id: bookingId, version }: Pick<AnnouncedBooking, "id" | "version">, change: BookingChange): Promise<void> {
  const payload = { bookingId, version, change };
  await enqueue(to, "messages.announce", payload, { key: announceKey(payload) });
}
