import { z } from "zod";
import { formatPhone } from "@/application/shared/phone-view";
import { leftOutWords } from "@/domain/calendar-import/left-out-words";
import type { ImportReport } from "@/domain/messages/import-report-content";
import { oneLine } from "@/domain/messages/safe-text";
import type { Tx } from "@/platform/db";

/** What the latest import of a provider came to; null when none has ended. */
export async function loadImportReport(tx: Tx, providerId: string): Promise<ImportReport | null> {
  const run = await tx.calendarImport.findFirst({
    where: { providerId, state: { not: "RUNNING" } },
    orderBy: { finishedAt: "desc" },
    include: { calendar: { select: { name: true } }, provider: { select: { name: true, organization: { select: { name: true, phone: true } } } } },
  });
  if (run === null) return null;
  const { provider, calendar, imported, leftOut, problem } = run;
  const { organization } = provider;
  return {
    providerName: oneLine(provider.name, 80),
    calendarName: oneLine(calendar.name, 80),
    imported,
    leftOut: leftOutWords(z.record(z.string(), z.int()).parse(leftOut)).map(({ sentence }) => sentence),
    problem,
    clinic: { name: oneLine(organization?.name ?? provider.name, 80), lines: organization === null ? [] : [oneLine(formatPhone(organization.phone))] },
  };
}
