import { z } from "zod";
import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { leftOutWords, whyLeftOut, type LeftOutCounts } from "@/domain/calendar-import/left-out-words";
import { toLocal } from "@/domain/time/local-time";
import { openEntries, type StoredEntry } from "./import-entries";
import { ImportRuleSchema, type ImportEntryView, type ImportView } from "./import-schemas";

const LATEST = 5;

/** The latest imports and previews of a provider, the newest first. */
export async function listImports(app: AppContext, asked: string | undefined): Promise<ImportView[]> {
  const { id: providerId } = await getStaffedProvider(app, "calendar.view", asked);
  const seesEntries = can(app.actor, "calendar.connect", { providerId });
  const runs = await app.db.calendarImport.findMany({
    where: { providerId },
    orderBy: { startedAt: "desc" },
    take: LATEST,
    include: { calendar: { select: { name: true } }, provider: { select: { timeZone: true, services: { select: { slug: true, name: true } } } } },
  });
  return Promise.all(
    runs.map(async ({ id, calendarId, calendar, provider, rules, state, isPreview, total, imported, leftOut, entriesCiphertext, problem, stalledSince, startedAt, finishedAt }) => ({
      id,
      calendarId,
      calendarName: calendar.name,
      rules: z.array(ImportRuleSchema).parse(rules),
      state,
      isPreview,
      total,
      imported,
      leftOut: leftOutWords(readCounts(leftOut)),
      entries: seesEntries && entriesCiphertext !== null ? (await openEntries(app, id, entriesCiphertext)).map((entry) => toEntryView(entry, provider)) : [],
      problem,
      stalledSince: stalledSince?.toISOString() ?? null,
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    })),
  );
}

function toEntryView({ startsAt, leftOut, service, patient }: StoredEntry, { timeZone, services }: { timeZone: string; services: readonly { slug: string; name: string }[] }): ImportEntryView {
  return {
    startsAt: new Date(startsAt).toISOString(),
    localStart: toLocal(startsAt, timeZone),
    leftOut: leftOut && whyLeftOut(leftOut),
    serviceName: services.find(({ slug }) => slug === service)?.name ?? null,
    patient,
  };
}

const readCounts = (stored: unknown): LeftOutCounts => z.record(z.string(), z.int()).parse(stored);
