export type CodePurpose = "visit" | "account" | "sign-in";

/**
 * Codes that were sent, by what they have in common with the one asked for. Those that sign in count for their like alone: they are sent
 * only where they lead to somebody, and whoever books must not learn that by being refused one.
 */
export interface SentCodes {
  /** To this number within a day, whoever asked. */
  readonly toNumber: number;
  /** To this number within a day, for this requester. */
  readonly toNumberByRequester: number;
  /** Within an hour, for this requester; none of the front desk's count, which asks for every caller. */
  readonly byRequester: number;
  /** Within a day, beside this e-mail address. */
  readonly besideEmail: number;
  /** Within an hour, for visits with this provider. */
  readonly forProvider: number;
}

/** A number typed by a stranger gets this many texts a day, and none that are not codes. */
export const MOST_BY_STRANGERS = 3;
/** More than strangers can use up with visits and accounts, so that its owner still signs in. */
const MOST_TO_NUMBER = 6;
const MOST_TO_NUMBER_BY_REQUESTER = 3;
const MOST_BESIDE_EMAIL = 5;
const MOST_FOR_PROVIDER = 60;

/** What there were too many of for one more code to be sent; null when it may go. `mostByRequester` is within an hour. */
export function decidePhoneCode(purpose: CodePurpose, sent: SentCodes, mostByRequester: number): "number" | "requester" | "e-mail" | "provider" | null {
  if (sent.toNumber >= (purpose === "sign-in" ? MOST_TO_NUMBER : MOST_BY_STRANGERS)) return "number";
  if (sent.byRequester >= mostByRequester || sent.toNumberByRequester >= MOST_TO_NUMBER_BY_REQUESTER) return "requester";
  if (sent.besideEmail >= MOST_BESIDE_EMAIL) return "e-mail";
  return sent.forProvider >= MOST_FOR_PROVIDER ? "provider" : null;
}
