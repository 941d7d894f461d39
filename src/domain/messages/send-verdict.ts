/** Whether a message is still worth sending. The reason is a sentence for the delivery log. */
export type SendVerdict = { readonly ok: true } | Refusal;

interface Refusal {
  readonly ok: false;
  readonly reason: string;
  /** It was true, but its time of use ran out. */
  readonly isTooLate?: boolean;
}

export const SEND: SendVerdict = { ok: true };
export const doNotSend = (reason: string): Refusal => ({ ok: false, reason });

/** For what ran out of time; `lastFailure` is the sentence of the last try. */
export const tooLateToSend = (lastFailure: string | null = null): Refusal => ({
  ok: false,
  isTooLate: true,
  reason: `It could only have gone out after it was of use.${lastFailure === null ? "" : ` Last problem: ${lastFailure}`}`,
});
