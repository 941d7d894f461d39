import type { BookingChange } from "./plan-messages";

/** So close to the visit nobody can wait for a second thought. */
const AT_ONCE_BEFORE_MS = 3_600_000;

const SETTLES = new Set<BookingChange>(["rescheduled", "cancelled"]);

/**
 * How long a change waits before it is told, so that moves and cancellations in a row become one message. `graceMs` for those that
 * people make in a row; nothing for a confirmation, an answer, or a visit that begins within the hour. Instants epoch ms.
 */
export function changeGrace(change: BookingChange, startsAt: number, now: number, graceMs: number): number {
  return SETTLES.has(change) && startsAt - now > AT_ONCE_BEFORE_MS ? graceMs : 0;
}
