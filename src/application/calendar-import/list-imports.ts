import { z } from "zod";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { leftOutWords, type LeftOutCounts } from "@/domain/calendar-import/left-out-words";
import { ImportRuleSchema, type ImportView } from "./import-schemas";

const LATEST = 5;

/** The latest imports of a provider, the newest first. */
export async function listImports(app: AppContext, asked: string | undefined): Promise<ImportView[]> {
  const { id: providerId } = await getStaffedProvider(app, "calendar.view", asked);
  const runs = await app.db.calendarImport.findMany({ where: { providerId }, orderBy: { startedAt: "desc" }, take: LATEST, include: { calendar: { select: { name: true } } } });
  return runs.map(({ id, calendarId, calendar, rules, state, total, imported, leftOut, problem, startedAt, finishedAt }) => ({
    id,
    calendarId,
    calendarName: calendar.name,
    rules: z.array(ImportRuleSchema).parse(rules),
    state,
    total,
    imported,
    leftOut: leftOutWords(readCounts(leftOut)),
    problem,
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }));
}

const readCounts = (stored: unknown): LeftOutCounts => z.record(z.string(), z.int()).parse(stored);
