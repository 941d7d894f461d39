import { z } from "zod";
import { aboutOf } from "@/domain/messages/plan-messages";
import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";
import { noticeReader } from "./notice-reader";

/** What an import came to. */
export async function loadImportReport(tx: Tx, { providerId, dedupeKey }: { providerId: string; dedupeKey: string }) {
  const run = await tx.calendarImport.findFirst({ where: { id: aboutOf(dedupeKey), providerId, state: { not: "RUNNING" } }, include: { calendar: { select: { name: true } } } });
  if (run === null) return "The import is gone.";
  const facts = { calendarName: oneLine(run.calendar.name, 80), imported: run.imported, leftOut: z.record(z.string(), z.int()).parse(run.leftOut), isBrokenOff: run.problem !== null };
  return { notice: { template: "calendar-import-report" as const, facts }, path: "/provider/bookings", ...(await noticeReader(tx, providerId)) };
}
