import { LEFT_OUT_REASONS, type LeftOut } from "@/domain/calendar-import/match-visit";
import type { LeftOutCounts } from "@/domain/calendar-import/left-out-words";

/** "3 whole days, 1 already over": why events became no bookings, the most frequent reason first; empty when none was left out. */
export function leftOutList(counts: LeftOutCounts, words: Readonly<Record<LeftOut, string>>): string {
  const reasons = LEFT_OUT_REASONS.filter((reason) => (counts[reason] ?? 0) > 0).toSorted((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0));
  return reasons.map((reason) => `${counts[reason]} ${words[reason]}`).join(", ");
}
