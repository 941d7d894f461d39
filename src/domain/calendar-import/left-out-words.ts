import { LEFT_OUT_REASONS, type LeftOut } from "./match-visit";

/** After "1 entry" and after "2 entries". */
const WORDS: Readonly<Record<LeftOut, readonly [one: string, more: string]>> = {
  ours: ["is a booking of MedBookings", "are bookings of MedBookings"],
  "whole-day": ["takes a whole day", "take whole days"],
  past: ["has begun already", "have begun already"],
  "too-long": ["has no usual length", "have no usual length"],
  "no-rule": ["fits none of the rules", "fit none of the rules"],
  "nobody-invited": ["has nobody invited who fits", "have nobody invited who fits"],
  "not-offered": ["is for a service you do not offer any more", "are for a service you do not offer any more"],
  known: ["was taken over before", "were taken over before"],
  taken: ["overlaps another booking", "overlap another booking"],
};

export type LeftOutCounts = Readonly<Partial<Record<LeftOut, number>>>;

/** Why events became no bookings, the most frequent reason first. */
export function leftOutWords(counts: LeftOutCounts): { reason: LeftOut; count: number; sentence: string }[] {
  return LEFT_OUT_REASONS.flatMap((reason) => {
    const count = counts[reason] ?? 0;
    const [one, more] = WORDS[reason];
    return count === 0 ? [] : [{ reason, count, sentence: count === 1 ? `1 entry ${one}.` : `${count} entries ${more}.` }];
  }).sort((a, b) => b.count - a.count);
}

/** Why one event became no booking: "overlaps another booking". */
export const whyLeftOut = (reason: LeftOut): string => WORDS[reason][0];
