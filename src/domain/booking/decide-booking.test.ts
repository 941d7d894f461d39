import { expect, test } from "vitest";
import { decideBooking, pendingExpiry, type HoldFacts } from "./decide-booking";

const NOW = Date.UTC(2026, 10, 23, 9, 0);
const HOUR = 3_600_000;
const hold: HoldFacts = { status: "HELD", isTokenRight: true, holdExpiresAt: NOW + 60_000, startsAt: NOW + 72 * HOUR, isProviderActive: true, requiresApproval: false, isGuess: false };

test.each<[string, Partial<HoldFacts>, string]>([
  ["a wrong token says nothing else about the hold", { isTokenRight: false, status: "CONFIRMED" }, "HOLD_INVALID"],
  ["a hold swept away", { status: "EXPIRED" }, "HOLD_EXPIRED"],
  ["a hold that runs out this very instant", { holdExpiresAt: NOW }, "HOLD_EXPIRED"],
  ["a hold confirmed before", { status: "CONFIRMED" }, "STATUS_CONFLICT"],
  ["a provider suspended meanwhile", { isProviderActive: false }, "SLOT_NOT_OFFERED"],
  ["a visit that has begun", { startsAt: NOW }, "NOTICE_TOO_SHORT"],
])("%s is refused", (_, change, reason) => {
  expect(decideBooking({ ...hold, ...change }, NOW)).toEqual({ ok: false, reason });
});

test("a good hold becomes a booking, or a request where the provider approves each one", () => {
  expect(decideBooking(hold, NOW)).toEqual({ ok: true, status: "CONFIRMED", pendingExpiresAt: null, waitsForCalendar: false });
  expect(decideBooking({ ...hold, requiresApproval: true }, NOW)).toEqual({ ok: true, status: "PENDING", pendingExpiresAt: NOW + 48 * HOUR, waitsForCalendar: false });
});

test("what would be a guess is a request that waits for the calendar, except where a person decides anyway", () => {
  expect(decideBooking({ ...hold, isGuess: true }, NOW)).toEqual({ ok: true, status: "PENDING", pendingExpiresAt: NOW + 48 * HOUR, waitsForCalendar: true });
  expect(decideBooking({ ...hold, isGuess: true, requiresApproval: true }, NOW)).toMatchObject({ status: "PENDING", waitsForCalendar: false });
  expect(decideBooking({ ...hold, isGuess: true, holdExpiresAt: NOW }, NOW)).toEqual({ ok: false, reason: "HOLD_EXPIRED" });
});

test("a request waits 48 hours, never into the last hour before the visit", () => {
  expect(pendingExpiry(NOW + 100 * HOUR, NOW)).toBe(NOW + 48 * HOUR);
  expect(pendingExpiry(NOW + 10 * HOUR, NOW)).toBe(NOW + 9 * HOUR);
  expect(pendingExpiry(NOW + HOUR / 2, NOW)).toBe(NOW + HOUR / 2);
});
