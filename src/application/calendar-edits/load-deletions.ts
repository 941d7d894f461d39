import { burstMs } from "@/domain/calendar-sync/brake-deletions";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { Db, Tx } from "@/platform/db";

/** When deletions of a provider's coming visits were seen, of all that may belong together with one of `edits`, over all pages, pushes and calendars. Epoch milliseconds. */
export async function loadDeletions(db: Db | Tx, providerId: string, edits: readonly Pick<CalendarEdit, "kind" | "seenAt">[], { undoMs, now }: { undoMs: number; now: number }): Promise<number[]> {
  const seen = edits.filter(({ kind }) => kind === "CANCEL").map(({ seenAt }) => seenAt.getTime());
  if (seen.length === 0) return [];
  const within = burstMs(undoMs);
  const together = await db.calendarEdit.findMany({
    where: {
      providerId, kind: "CANCEL", state: { in: ["WAITING", "ASKED", "APPLIED"] }, fromStartsAt: { gt: new Date(now) },
      seenAt: { gte: new Date(Math.min(...seen) - within), lte: new Date(Math.max(...seen) + within) },
    },
    select: { seenAt: true },
  });
  return together.map(({ seenAt }) => seenAt.getTime());
}
