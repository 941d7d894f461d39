import { MINUTE_MS } from "@/domain/time/calendar-day";

/** So many coming visits of a provider may be deleted in Google together and be followed; with one more, each is asked about. */
export const MOST_DELETED_TOGETHER = 5;

const SHORTEST_BURST_MS = 5 * MINUTE_MS;

/** How near to one another deletions were seen that belong together: the undo window, and never less than five minutes. */
export const burstMs = (undoMs: number): number => Math.max(undoMs, SHORTEST_BURST_MS);

/** Whether the deletion seen at `seenAt` is one of too many; `deletions` are when those of coming visits were seen, itself among them. Epoch milliseconds. */
export function isOneOfMany(seenAt: number, deletions: readonly number[], undoMs: number): boolean {
  const within = burstMs(undoMs);
  return deletions.filter((other) => Math.abs(other - seenAt) <= within).length > MOST_DELETED_TOGETHER;
}
