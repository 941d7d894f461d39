"use client";

import { useEffect, useRef, useState } from "react";
import { useRouter } from "next/navigation";
import type { SlotView } from "@/application/availability/availability-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import { callProcedure } from "@/features/api/call-procedure";
import { refusalOf, type Refusal } from "@/features/api/refusal";
import { askUntilHeard } from "@/features/booking/ask-until-heard";
import { changeBookingAddress } from "@/features/booking/booking-address";
import { browserReading } from "@/features/booking/browser-reading";
import { rememberAnyHold, rememberHold, takeBackAnyHold } from "@/features/booking/hold-memory";
import { holdKey } from "@/features/booking/use-hold";

interface Wish {
  /** Slugs. */
  readonly organization: string;
  readonly location?: string;
  readonly service: string;
  readonly mode: VisitMode;
}

/**
 * Keeps a start with whoever is free and goes on to their page, where the details are asked for. Who comes back from there
 * to choose again gives the held start back; `onChanged` is called whenever other times may be free.
 */
export function useAnyHold(timeZone: string, onChanged: () => void) {
  const router = useRouter();
  const [taking, setTaking] = useState<SlotView | null>(null);
  const [refused, setRefused] = useState<{ slot: SlotView; refusal: Refusal } | null>(null);

  const changed = useRef(onChanged);

  useEffect(() => {
    changed.current = onChanged;
  }, [onChanged]);
  // Only on arrival: a hold taken later belongs to the page that is opened with it.
  useEffect(() => {
    const held = takeBackAnyHold(Date.now());
    // Should it not arrive, the hold ends by itself.
    if (held) void Promise.allSettled([callProcedure("bookings.releaseHold", { holdId: held.holdId, holdToken: held.holdToken })]).then(() => changed.current());
  }, []);

  async function take(wish: Wish, slot: SlotView): Promise<void> {
    if (taking !== null) return;
    setTaking(slot);
    setRefused(null);
    try {
      const wanted = { ...wish, startsAt: slot.startsAt };
      const { provider, ...hold } = await askUntilHeard(JSON.stringify(wanted), (asking) => callProcedure("clinics.holdAny", { ...wanted, ...asking }));
      const { organization, service, mode } = wish;
      const key = holdKey({ provider: provider.slug, service, mode, startsAt: slot.startsAt });
      rememberHold(key, { hold, slot: { ...slot, endsAt: hold.endsAt, providerLocalStart: browserReading(slot.startsAt, provider.timeZone) }, timeZone });
      rememberAnyHold(key);
      router.push(`/p/${provider.slug}${changeBookingAddress("", { service, mode, day: slot.localStart.slice(0, 10), at: slot.startsAt, any: organization })}`);
    } catch (error) {
      setRefused({ slot, refusal: refusalOf(error) });
      setTaking(null);
      onChanged();
    }
  }

  return { take, taking, refused };
}
