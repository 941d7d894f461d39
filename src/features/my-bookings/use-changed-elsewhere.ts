"use client";

import { useState } from "react";
import type { BookingView } from "@/application/booking/booking-schemas";
import { useAnswers } from "@/features/api/use-answers";

/** How often an open page asks whether its visit still is what it shows. */
const REFRESH_MS = 4_000;

const isSame = (left: BookingView, right: BookingView) => left.startsAt === right.startsAt && left.status === right.status && left.calendarWait === right.calendarWait;

/**
 * The visit as somebody else has changed it since the page was opened, by the clinic's hand for instance; null while nobody
 * has. What this page changes itself comes back here too, and says the same.
 */
export function useChangedElsewhere(initial: BookingView, manageToken: string, isEnabled: boolean): BookingView | null {
  const [told, setTold] = useState(initial);
  const [changed, setChanged] = useState<BookingView | null>(null);
  const { answers } = useAnswers("bookings.byLink", [{ manageToken }], { isEnabled, refreshMs: REFRESH_MS, initial });
  const latest = answers[0]?.data;
  // Compared with the last answer and not with the page: an answer that was under way during a change of our own is an old one.
  if (latest !== undefined && !isSame(latest, told)) {
    setTold(latest);
    setChanged(latest);
  }
  return changed;
}
