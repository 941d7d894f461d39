"use client";

import { useCallback, useRef, useState } from "react";
import type { HoldView } from "@/application/booking/booking-schemas";
import type { SlotView } from "@/application/availability/availability-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import { callProcedure } from "@/features/api/call-procedure";
import { refusalOf, type Refusal } from "@/features/api/refusal";
import { askUntilHeard } from "./ask-until-heard";
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

/** Nothing waits for it: should it not arrive, the hold ends by itself. */
function giveBack({ holdId, holdToken }: HoldView): void {
  void Promise.allSettled([callProcedure("bookings.releaseHold", { holdId, holdToken })]);
}

/** Keeps one start for this visitor at a time; asking for another gives the first one back. */
export function useHold() {
  const [state, setState] = useState<HoldState>({ kind: "none" });
  const current = useRef<{ key: string; hold: HoldView | null } | null>(null);

  /** Gives the held start back. */
  const release = useCallback(() => {
    const held = current.current;
    current.current = null;
    setState({ kind: "none" });
    if (!held) return;
    forgetHold(held.key);
    if (held.hold) giveBack(held.hold);
  }, []);

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
        const { provider, service, mode, slot } = wanted;
        const hold = await askUntilHeard(key, (asking) => callProcedure("bookings.hold", { provider, service, startsAt: slot.startsAt, mode, ...asking }));
        if (current.current?.key !== key) {
          giveBack(hold);
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
    [release],
  );

  /** Ends the hold here without giving it back: it became a booking, or ran out. */
  const settle = useCallback(() => {
    if (current.current) forgetHold(current.current.key);
    current.current = null;
  }, []);

  /** Shows that the wanted start was taken after all: the hold is gone. */
  const refuse = useCallback(
    (wanted: WantedSlot, refusal: Refusal) => {
      settle();
      setState({ kind: "refused", wanted, refusal });
    },
    [settle],
  );

  return { state, take, release, settle, refuse };
}
