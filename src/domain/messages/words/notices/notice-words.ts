import type { NoticeFacts, NoticeReader, NoticeTemplate } from "../../notice-kinds";

/** What a notice says, in one language. */
export interface NoticeSaid {
  readonly subject: string;
  /** What an inbox shows after the subject. */
  readonly preheader: string;
  readonly heading: string;
  readonly lines: readonly string[];
  readonly button: string;
  /** What there is to know besides, after the button. */
  readonly how: readonly string[];
  /** The lines of a day. */
  readonly agenda?: readonly { readonly from: string; readonly until: string; readonly name: string; readonly note: string }[];
  /** The small print of what comes by the clock: whether it comes. */
  readonly choose?: string;
}

/** Writes an instant in the reader's zone: "Tuesday 24 November, 15:30 London time". */
export type SayMoment = (epochMs: number) => string;

/** Every notice in one language. */
export type NoticeWords = { readonly [Template in NoticeTemplate]: (facts: NoticeFacts[Template], at: SayMoment, reader: NoticeReader) => NoticeSaid };
