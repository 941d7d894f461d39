import { MANY_DELETED } from "@/domain/calendar-sync/settle-edit";
import type { Tx } from "@/platform/db";
import { noticeReader } from "./notice-reader";

/** What a provider is asked about the many visits whose events were deleted at once; those whose undo window still runs are counted too. */
export async function loadDeletionsQuestion(tx: Tx, { providerId }: { providerId: string }) {
  const asked = await tx.calendarEdit.count({ where: { providerId, kind: "CANCEL", state: "ASKED", refusal: MANY_DELETED } });
  if (asked === 0) return "The question was answered meanwhile.";
  const waiting = await tx.calendarEdit.count({ where: { providerId, kind: "CANCEL", state: "WAITING" } });
  return { notice: { template: "calendar-deletions-question" as const, facts: { visits: asked + waiting } }, path: "/provider/bookings", ...(await noticeReader(tx, providerId)) };
}
