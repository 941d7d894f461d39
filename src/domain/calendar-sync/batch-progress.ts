/** One visit of a batch. */
export interface BatchVisit {
  /** Of its event link. */
  readonly state: "PENDING" | "SYNCED" | "FAILED" | "REMOVED";
  /** Its event stands in, or is asked of, the calendar the batch goes to. */
  readonly isThere: boolean;
  /** It has ended: nobody writes it any more. */
  readonly isOver: boolean;
}

/** How many visits of a batch are done with, were refused by Google, or wait. They add up to `total`. */
export interface BatchProgress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly waiting: number;
}

/** Where a visit of a batch is. One that was called off or is over meanwhile needs no event and is done with. */
export function batchStep({ state, isThere, isOver }: BatchVisit): "done" | "failed" | "waiting" {
  if (state === "REMOVED") return "done";
  if (!isThere || state === "PENDING") return isOver ? "done" : "waiting";
  return state === "SYNCED" ? "done" : "failed";
}

/** How far a batch is: it has ended when nothing waits. */
export function batchProgress(visits: readonly (BatchVisit & { readonly count: number })[]): BatchProgress {
  const counted = { done: 0, failed: 0, waiting: 0 };
  for (const visit of visits) counted[batchStep(visit)] += visit.count;
  return { total: counted.done + counted.failed + counted.waiting, ...counted };
}
