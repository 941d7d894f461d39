import type { BookingStatus } from "@/application/shared/common-schemas";
import { addDays } from "@/domain/time/calendar-day";

export const BOOKING_LISTS = [
  { value: "coming", label: "Coming" },
  { value: "approval", label: "Needs approval" },
  { value: "past", label: "Past" },
  { value: "cancelled", label: "Cancelled" },
] as const;

export type BookingList = (typeof BOOKING_LISTS)[number]["value"];

const STATUSES: Readonly<Record<BookingList, BookingStatus[]>> = {
  coming: ["PENDING", "CONFIRMED", "CHECKED_IN"],
  approval: ["PENDING"],
  past: ["CONFIRMED", "CHECKED_IN", "COMPLETED", "NO_SHOW"],
  cancelled: ["CANCELLED", "DECLINED", "EXPIRED"],
};

/** What the server is asked for. A chosen day is asked for generously in UTC; `isOnDay` then keeps the local day. */
export function bookingsQuery(list: BookingList, onDate: string, query: string, now: string) {
  const range = onDate === "" ? { coming: { from: now }, approval: { from: now }, past: { to: now }, cancelled: {} }[list] : { from: `${addDays(onDate, -1)}T00:00:00Z`, to: `${addDays(onDate, 2)}T00:00:00Z` };
  return { ...range, statuses: STATUSES[list], ...(query.trim() !== "" && { query: query.trim() }), limit: onDate === "" ? 30 : 100 };
}

export const isOnDay = (booking: { providerLocalStart: string }, onDate: string): boolean => onDate === "" || booking.providerLocalStart.startsWith(onDate);
