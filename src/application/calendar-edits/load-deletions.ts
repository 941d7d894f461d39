import { burstMs, type Deletion } from "@/domain/calendar-sync/brake-deletions";
import { MANY_DELETED } from "@/domain/calendar-sync/settle-edit";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { Db, Tx } from "@/platform/db";

interface KnownDeletion extends Deletion {
  readonly editId: string;
  readonly isWaiting: boolean;
}

/** A stored edit as the brake sees it. */
export const deletionOf = ({ seenAt, refusal }: Pick<CalendarEdit, "seenAt" | "refusal">): Deletion => ({ seenAt: seenAt.getTime(), isBraked: refusal === MANY_DELETED });

/** The deletions of a provider's coming visits that may belong together with one of `edits`, over all pages, pushes and calendars. */
export async function loadDeletions(db: Db | Tx, providerId: string, edits: readonly Pick<CalendarEdit, "kind" | "seenAt">[], { undoMs, now }: { undoMs: number; now: number }): Promise<KnownDeletion[]> {
  const seen = edits.filter(({ kind }) => kind === "CANCEL").map(({ seenAt }) => seenAt.getTime());
  if (seen.length === 0) return [];
  const within = burstMs(undoMs);
  const together = await db.calendarEdit.findMany({
    where: {
      providerId, kind: "CANCEL", state: { in: ["WAITING", "ASKED", "APPLIED"] }, fromStartsAt: { gt: new Date(now) },
      seenAt: { gte: new Date(Math.min(...seen) - within), lte: new Date(Math.max(...seen) + within) },
    },
    select: { id: true, state: true, seenAt: true, refusal: true },
  });
  return together.map((edit) => ({ ...deletionOf(edit), editId: edit.id, isWaiting: edit.state === "WAITING" }));
}
