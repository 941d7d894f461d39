import { loadBatchProgress } from "@/application/calendar-batch/load-batch-progress";
import { aboutOf } from "@/domain/messages/plan-messages";
import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";
import { noticeReader } from "./notice-reader";

/** So many refused visits are named in the mail. */
const NAMED = 10;

/** How coming visits went over to a calendar. Nothing to tell once they have gone on to another. */
export async function loadBatchReport(tx: Tx, { providerId, dedupeKey }: { providerId: string; dedupeKey: string }) {
  const batch = await tx.calendarBatch.findFirst({ where: { id: aboutOf(dedupeKey), providerId, isReplaced: false, finishedAt: { not: null } }, select: { id: true, finishedAt: true, calendar: { select: { name: true } } } });
  const { total, done } = batch?.finishedAt ? await loadBatchProgress(tx, batch.id, batch.finishedAt.getTime()) : { total: 0, done: 0 };
  if (batch === null || total === 0) return "The visits have gone on to another calendar.";
  const failed = await tx.calendarEventLink.findMany({ where: { batchId: batch.id, state: "FAILED" }, orderBy: { booking: { startsAt: "asc" } }, take: NAMED, select: { booking: { select: { startsAt: true } } } });
  const facts = { calendarName: oneLine(batch.calendar.name, 80), total, done, failedStarts: failed.map(({ booking }) => booking.startsAt.getTime()) };
  return { notice: { template: "calendar-batch-report" as const, facts }, path: "/provider/integrations", ...(await noticeReader(tx, providerId)) };
}
