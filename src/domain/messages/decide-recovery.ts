/** How long a claimed message belongs to the worker that claimed it: longer than any send can take. */
export const CLAIM_MS = 45_000;
/** A worker that has not reached the vendor by then gives its claim up, so that two can never send. */
export const CLAIM_FRESH_MS = 20_000;
/** How long a vendor may need until a message it took can be found. */
const FINDABLE_MS = { EMAIL: 20_000, GMAIL: 20_000, SMS: 5_000, WHATSAPP: 5_000 } as const;
/** How long its own report may take where it cannot be asked. */
const REPORT_MS = 300_000;

export type Lookup = "found" | "absent" | "unavailable";

/**
 * What to do with a message whose last attempt, begun at `attemptedAt`, had an unknown outcome. `wait` until an instant
 * (epoch ms), because the vendor may still be about to know of it. Google reports nothing of its own, so what it cannot tell is
 * given up rather than sent twice (docs/adr/0016).
 */
export function decideRecovery(lookup: Lookup, way: keyof typeof FINDABLE_MS, attemptedAt: number, now: number): { readonly do: "keep" } | { readonly do: "send-again"; /** It certainly was not sent. */ readonly isCertain: boolean } | { readonly do: "give-up" } | { readonly do: "wait"; readonly until: number } {
  if (lookup === "found") return { do: "keep" };
  if (lookup === "unavailable" && way === "GMAIL") return { do: "give-up" };
  const until = attemptedAt + (lookup === "absent" ? FINDABLE_MS[way] : REPORT_MS);
  return now >= until ? { do: "send-again", isCertain: lookup === "absent" } : { do: "wait", until };
}
