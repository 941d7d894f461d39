"use client";

import { useCallback } from "react";
import { usePathname, useSearchParams } from "next/navigation";
import { changeBookingAddress, readBookingAddress, type BookingAddress } from "./booking-address";

/**
 * The address as state. `push` makes a step the back button returns from; `replace` changes it in place. Neither asks
 * the server for the page again.
 */
export function useBookingAddress(): { address: BookingAddress; change: (changes: Partial<BookingAddress>, how: "push" | "replace") => void } {
  const path = usePathname();
  const params = useSearchParams();
  const change = useCallback(
    (changes: Partial<BookingAddress>, how: "push" | "replace") => {
      const url = `${path}${changeBookingAddress(window.location.search, changes)}`;
      if (how === "push") window.history.pushState(null, "", url);
      else window.history.replaceState(null, "", url);
    },
    [path],
  );
  return { address: readBookingAddress(params), change };
}
