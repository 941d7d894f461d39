import type { BookingState } from "./booking-state-machine";

const HOUR_MS = 3_600_000;

/** How long a chosen time is kept for one person. */
export const HOLD_MINUTES = 10;

export interface HoldFacts {
  readonly status: BookingState;
  readonly isTokenRight: boolean;
  /** Epoch ms. */
  readonly holdExpiresAt: number;
  readonly startsAt: number;
  readonly isProviderActive: boolean;
  readonly requiresApproval: boolean;
  /** A calendar that makes the provider busy does not answer, and what is known of it is no ground to confirm on. */
  readonly isGuess: boolean;
}

export type BookingVerdict =
  | { ok: true; status: "CONFIRMED"; pendingExpiresAt: null; waitsForCalendar: false }
  | { ok: true; status: "PENDING"; pendingExpiresAt: number; waitsForCalendar: boolean }
  | { ok: false; reason: "HOLD_INVALID" | "HOLD_EXPIRED" | "STATUS_CONFLICT" | "SLOT_NOT_OFFERED" | "NOTICE_TOO_SHORT" };

/** What becomes of a hold whose bearer confirms it at `now` (epoch ms). A hold ends the instant it expires. */
export function decideBooking(hold: HoldFacts, now: number): BookingVerdict {
  if (!hold.isTokenRight) return { ok: false, reason: "HOLD_INVALID" };
  if (hold.status === "EXPIRED") return { ok: false, reason: "HOLD_EXPIRED" };
  if (hold.status !== "HELD") return { ok: false, reason: "STATUS_CONFLICT" };
  if (hold.holdExpiresAt <= now) return { ok: false, reason: "HOLD_EXPIRED" };
  if (!hold.isProviderActive) return { ok: false, reason: "SLOT_NOT_OFFERED" };
  if (hold.startsAt <= now) return { ok: false, reason: "NOTICE_TOO_SHORT" };
  if (!hold.requiresApproval && !hold.isGuess) return { ok: true, status: "CONFIRMED", pendingExpiresAt: null, waitsForCalendar: false };
  // Where a person decides anyway, it is not the calendar that is waited for.
  return { ok: true, status: "PENDING", pendingExpiresAt: pendingExpiry(hold.startsAt, now), waitsForCalendar: !hold.requiresApproval };
}

/** Until when (epoch ms) the clinic may answer a request: 48 hours, at the latest an hour before the visit, which itself ends a request made later than that. */
export function pendingExpiry(startsAt: number, now: number): number {
  const latest = startsAt - HOUR_MS > now ? startsAt - HOUR_MS : startsAt;
  return Math.min(latest, now + 48 * HOUR_MS);
}
