import { MINUTE_MS } from "@/domain/time/calendar-day";

/** So many coming visits of a provider may be deleted in Google together and be followed; with one more, each is asked about. */
export const MOST_DELETED_TOGETHER = 5;

const SHORTEST_BURST_MS = 5 * MINUTE_MS;

export interface Deletion {
  /** Epoch milliseconds. */
  readonly seenAt: number;
  /** Found to be one of too many before. What became of the others since changes nothing about that. */
  readonly isBraked: boolean;
}

/** How near to one another deletions were seen that belong together: the undo window, and never less than five minutes. */
export const burstMs = (undoMs: number): number => Math.max(undoMs, SHORTEST_BURST_MS);

/** Whether `deletion` is one of too many; `deletions` are those of coming visits, itself among them. */
export function isOneOfMany(deletion: Deletion, deletions: readonly Deletion[], undoMs: number): boolean {
  const within = burstMs(undoMs);
  return deletion.isBraked || deletions.filter(({ seenAt }) => Math.abs(seenAt - deletion.seenAt) <= within).length > MOST_DELETED_TOGETHER;
}
