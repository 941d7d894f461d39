"use client";

import { useState } from "react";
import type { PhoneCheckView } from "@/application/phones/phone-schemas";
import { useAnswers } from "@/features/api/use-answers";

/** A code leaves within a second or two; a YES by text may come at any time. */
const SENDING_MS = 1_500;
const WAITING_MS = 6_000;

export interface PhoneCheckState {
  /** Undefined until it is known. */
  readonly view: PhoneCheckView | undefined;
  /** What the server answered to something done here. */
  readonly learn: (view: PhoneCheckView) => void;
  readonly askAgain: () => void;
}

/** How it stands with the number of a visit, kept up to date until it is settled. */
export function usePhoneCheck(manageToken: string, { isEnabled, initial }: { isEnabled: boolean; initial?: PhoneCheckView }): PhoneCheckState {
  const [proven, setProven] = useState<PhoneCheckView | null>(null);
  const [isSending, setIsSending] = useState(initial === undefined || initial.status === "sending");
  const { answers, askAgain } = useAnswers("bookings.phoneCheckByLink", [{ manageToken }], { isEnabled: isEnabled && proven === null, refreshMs: isSending ? SENDING_MS : WAITING_MS, initial });
  const view = proven ?? answers[0]?.data;
  // Adjusting state while rendering: what is on its way is asked for more often.
  const isNowSending = view === undefined || view.status === "sending";
  if (isNowSending !== isSending) setIsSending(isNowSending);
  if (proven === null && view?.status === "proven") setProven(view);
  const learn = (told: PhoneCheckView) => (told.status === "proven" ? setProven(told) : askAgain());
  return { view, learn, askAgain };
}
