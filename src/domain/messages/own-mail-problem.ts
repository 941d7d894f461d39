/** Why a provider's own mailbox did not take a message, as it is kept and shown. */
export const OWN_MAIL_PROBLEMS = ["limit", "scope-missing", "unreachable", "refused"] as const;
export type OwnMailProblem = (typeof OWN_MAIL_PROBLEMS)[number];

/** The code of a Google account whose leave to send is gone while the rest of its consent stands. */
const SCOPE_MISSING = "scope-missing";
/** What Google says of one message and not of the mailbox. */
const OF_THE_MESSAGE = new Set(["invalidArgument", "badRequest", "invalid", "claim-lost"]);

const MINUTE_MS = 60_000;
/** For how long Google is left alone where it does not say itself. */
const PAUSE_MS = { limit: 60 * MINUTE_MS, unreachable: MINUTE_MS, refused: 15 * MINUTE_MS } as const;

/**
 * What follows for the mailbox from a refusal that certainly sent nothing: the problem, and until when (epoch ms) Google is not asked.
 * Null when it says nothing of the mailbox, or when the whole connection shows it already.
 */
export function ownMailProblem(failure: { readonly kind: string; readonly code?: string; readonly retryAfterSeconds?: number }, now: number): { readonly problem: OwnMailProblem; readonly pausedUntil: number | null } | null {
  const { kind, code = "", retryAfterSeconds } = failure;
  if (kind === "auth" || OF_THE_MESSAGE.has(code)) return null;
  if (code === SCOPE_MISSING) return { problem: "scope-missing", pausedUntil: null };
  if (kind === "rate-limited") return { problem: "limit", pausedUntil: now + (retryAfterSeconds === undefined ? PAUSE_MS.limit : retryAfterSeconds * 1_000) };
  const problem = kind === "transient" ? "unreachable" : "refused";
  return { problem, pausedUntil: now + PAUSE_MS[problem] };
}

const WHY: Readonly<Record<OwnMailProblem | "reconnect" | "daily" | "off" | "message", string>> = {
  limit: "Google takes no more from it for now",
  "scope-missing": "Google’s permission to send from it is gone",
  unreachable: "Google could not be reached",
  refused: "Google refused",
  reconnect: "Google no longer lets us into that account",
  daily: "as many as we send through it in a day had gone",
  off: "sending through Google is switched off on this installation",
  message: "Google did not take this message",
};

/** Why a message did not come from the provider's own address, for the delivery log. */
export const insteadOf = (address: string, why: keyof typeof WHY): string => `SendGrid sent it instead of ${address}: ${WHY[why]}.`;

/** For a message that may have gone or not, and nobody can say. */
export const nobodyKnows = (address: string | null): string =>
  `Google did not say whether it was sent. So that nobody gets it twice, it is not sent again by itself: look into “Sent” of ${address ?? "the account"}, and send it again if it is not there.`;
