import type { HoldView } from "@/application/booking/booking-schemas";
import type { SlotView } from "@/application/availability/availability-schemas";

/** What is held for this tab: it lives as long as the tab, so that a refresh finds its own hold again. */
export interface RememberedHold {
  readonly hold: HoldView;
  readonly slot: SlotView;
  readonly timeZone: string;
}

const place = (key: string) => `hold ${key}`;

/** A browser may refuse storage altogether; booking then goes on without a memory. */
function storage(): Storage | null {
  return typeof window !== "undefined" && "sessionStorage" in window && navigator.cookieEnabled ? window.sessionStorage : null;
}

export function rememberHold(key: string, held: RememberedHold): void {
  storage()?.setItem(place(key), JSON.stringify(held));
}

export function forgetHold(key: string): void {
  storage()?.removeItem(place(key));
}

/** The hold made earlier in this tab for the same start, if it has not run out at `now` (epoch ms). */
export function recallHold(key: string, now: number): RememberedHold | null {
  const text = storage()?.getItem(place(key));
  if (!text) return null;
  const held: unknown = JSON.parse(text);
  return isRememberedHold(held) && Date.parse(held.hold.expiresAt) > now ? held : null;
}

const askingPlace = (key: string) => `asking ${key}`;

/** Under which token a hold is being asked for, as long as no answer was heard. */
export function rememberAsking(key: string, holdToken: string): void {
  storage()?.setItem(askingPlace(key), holdToken);
}

export function forgetAsking(key: string): void {
  storage()?.removeItem(askingPlace(key));
}

/** The token of an asking in this tab that was not heard to the end. */
export const recallAsking = (key: string): string | null => storage()?.getItem(askingPlace(key)) ?? null;

const ANY_PLACE = "any hold";

/** Which start was held with whoever was free, so that it can be given back should its patient return to choose again. */
export function rememberAnyHold(key: string): void {
  storage()?.setItem(ANY_PLACE, key);
}

/** The hold taken with whoever was free, forgotten by this; null when it became a booking, was given back or ran out. */
export function takeBackAnyHold(now: number): HoldView | null {
  const key = storage()?.getItem(ANY_PLACE);
  if (!key) return null;
  storage()?.removeItem(ANY_PLACE);
  const held = recallHold(key, now);
  forgetHold(key);
  return held?.hold ?? null;
}

function isRememberedHold(value: unknown): value is RememberedHold {
  if (typeof value !== "object" || value === null || !("hold" in value) || !("slot" in value) || !("timeZone" in value)) return false;
  const { hold, slot } = value;
  return typeof hold === "object" && hold !== null && "holdToken" in hold && "expiresAt" in hold && typeof hold.expiresAt === "string" && typeof slot === "object" && slot !== null && "localStart" in slot;
}
