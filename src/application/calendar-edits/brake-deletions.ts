import type { AppContext } from "@/application/shared/context";
import { isOneOfMany } from "@/domain/calendar-sync/brake-deletions";
import { MANY_DELETED } from "@/domain/calendar-sync/settle-edit";
import type { CalendarEdit } from "@/generated/prisma/client";
import type { Tx } from "@/platform/db";
import { loadEditPolicy, undoMsOf } from "./edit-policy";
import { loadDeletions } from "./load-deletions";

/**
 * Marks the waiting deletions that are among too many with one of `edits`. The mark stays when some of them are answered,
 * taken back or begin before the rest is settled. Answers the ids of those marked now.
 */
export async function brakeDeletions(app: AppContext, tx: Tx, providerId: string, edits: readonly Pick<CalendarEdit, "kind" | "seenAt">[]): Promise<string[]> {
  const undoMs = undoMsOf(app, await loadEditPolicy(tx, providerId));
  const deletions = await loadDeletions(tx, providerId, edits, { undoMs, now: app.clock.now() });
  const braked = deletions.filter((deletion) => deletion.isWaiting && !deletion.isBraked && isOneOfMany(deletion, deletions, undoMs)).map(({ editId }) => editId);
  if (braked.length > 0) await tx.calendarEdit.updateMany({ where: { id: { in: braked }, state: "WAITING" }, data: { refusal: MANY_DELETED } });
  return braked;
}
