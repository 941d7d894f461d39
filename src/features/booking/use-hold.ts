"use client";

import { useCallback, useRef, useState } from "react";
import { useMutation } from "@tanstack/react-query";
import type { HoldView } from "@/application/booking/booking-schemas";
import type { SlotView } from "@/application/availability/availability-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import { refusalOf, useTRPC, type Refusal } from "@/features/api/trpc-client";
import { forgetHold, recallHold, rememberHold } from "./hold-memory";

export interface WantedSlot {
  readonly provider: string;
  readonly service: string;
  readonly mode: VisitMode;
  readonly slot: SlotView;
  /** The zone of `slot.localStart`. */
  readonly timeZone: string;
}

export type HoldState =
  | { readonly kind: "none" }
  | { readonly kind: "asking"; readonly wanted: WantedSlot }
  | { readonly kind: "held"; readonly wanted: WantedSlot; readonly hold: HoldView }
  | { readonly kind: "refused"; readonly wanted: WantedSlot; readonly refusal: Refusal };

export const holdKey = ({ provider, service, mode, startsAt }: { provider: string; service: string; mode: VisitMode; startsAt: string }) => `${provider} ${service} ${mode} ${startsAt}`;

const keyOf = (wanted: WantedSlot) => holdKey({ ...wanted, startsAt: wanted.slot.startsAt });

/** Keeps one start for this visitor at a time; asking for another gives the first one back. */
export function useHold() {
  const trpc = useTRPC();
  const [state, setState] = useState<HoldState>({ kind: "none" });
  const current = useRef<{ key: string; hold: HoldView | null } | null>(null);
  const { mutateAsync: askServer } = useMutation(trpc.bookings.hold.mutationOptions());
  const { mutate: giveBack } = useMutation(trpc.bookings.releaseHold.mutationOptions());

  /** Gives the held start back. Should that not arrive, the hold ends by itself. */
  const release = useCallback(() => {
    const held = current.current;
    current.current = null;
    setState({ kind: "none" });
    if (!held) return;
    forgetHold(held.key);
    if (held.hold) giveBack({ holdId: held.hold.holdId, holdToken: held.hold.holdToken });
  }, [giveBack]);

  /** Holds the wanted start, or finds this tab's own hold of it. Resolves to null when it was refused. */
  const take = useCallback(
    async (wanted: WantedSlot): Promise<HoldView | null> => {
      const key = keyOf(wanted);
      const mine = recallHold(key, Date.now());
      if (current.current && current.current.key !== key) release();
      current.current = { key, hold: mine?.hold ?? null };
      if (mine) {
        // What the server wrote when it was held: a held start is not among the free ones any more.
        setState({ kind: "held", wanted: mine.timeZone === wanted.timeZone ? { ...wanted, slot: mine.slot } : wanted, hold: mine.hold });
        return mine.hold;
      }
      setState({ kind: "asking", wanted });
      try {
        const hold = await askServer({ provider: wanted.provider, service: wanted.service, startsAt: wanted.slot.startsAt, mode: wanted.mode });
        if (current.current?.key !== key) {
          giveBack({ holdId: hold.holdId, holdToken: hold.holdToken });
          return null;
        }
        current.current = { key, hold };
        rememberHold(key, { hold, slot: wanted.slot, timeZone: wanted.timeZone });
        setState({ kind: "held", wanted, hold });
        return hold;
      } catch (error) {
        if (current.current?.key === key) {
          current.current = null;
          setState({ kind: "refused", wanted, refusal: refusalOf(error) });
        }
        return null;
      }
    },
    [askServer, giveBack, release],
  );

  /** Ends the hold here without giving it back: it became a booking, or ran out. */
  const settle = useCallback(() => {
    if (current.current) forgetHold(current.current.key);
    current.current = null;
  }, []);

  return { state, take, release, settle };
}
