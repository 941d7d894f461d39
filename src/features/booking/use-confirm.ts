"use client";

import { useState } from "react";
import type { BookingConfirmation, HoldView } from "@/application/booking/booking-schemas";
import { callProcedure } from "@/features/api/call-procedure";
import { refusalOf, type Refusal } from "@/features/api/refusal";
import { confirmUntilHeard, Unheard } from "./confirm-until-heard";
import type { Details } from "./details-schema";
import type { useHold, WantedSlot } from "./use-hold";

/** Turns the hold into a booking, asking again where the answer got lost; a hold that ran out meanwhile is asked for once more first. */
export function useConfirm(hold: ReturnType<typeof useHold>, wanted: WantedSlot, onConfirmed: (confirmation: BookingConfirmation) => void) {
  const [isWorking, setIsWorking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const confirmWith = (held: HoldView, { patient, reason, channels }: Details) =>
    confirmUntilHeard(() => callProcedure("bookings.confirm", { holdId: held.holdId, holdToken: held.holdToken, patient, reason: reason || undefined, channels, timeZone: wanted.timeZone, language: navigator.language }));

  async function submit(details: Details) {
    setIsWorking(true);
    setRefusal(null);
    try {
      const held = hold.state.kind === "held" ? hold.state.hold : await hold.take(wanted);
      // Without a hold the time was refused, and the step before this one says so.
      if (held === null) return;
      const confirmation = await confirmWith(held, details).catch(async (error: unknown) => {
        if (refusalOf(error).code !== "HOLD_EXPIRED") throw error;
        hold.settle();
        const again = await hold.take(wanted);
        return again && confirmWith(again, details);
      });
      if (confirmation === null) return;
      hold.settle();
      onConfirmed(confirmation);
    } catch (error) {
      const told = error instanceof Unheard ? error.refusal : refusalOf(error);
      // The calendar knew better: the step before this one offers the nearest other times.
      if (told.code === "SLOT_TAKEN") hold.refuse(wanted, told);
      else setRefusal(told);
    } finally {
      setIsWorking(false);
    }
  }

  return { submit, isWorking, refusal };
}
