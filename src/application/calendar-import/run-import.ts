import { z } from "zod";
import { explainFailure, isWorthRetrying } from "@/application/calendar/explain-failure";
import { furthestHorizon } from "@/application/calendar/furthest-horizon";
import { withAccessToken } from "@/application/calendar/with-access-token";
import { announceImport } from "@/application/messages/announce-import";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { RemoteVisit } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { matchVisit, type LeftOut } from "@/domain/calendar-import/match-visit";
import { readWindow } from "@/domain/calendar-sync/read-window";
import { ImportRuleSchema } from "./import-schemas";
import { importVisit } from "./import-visit";

/** After so many events the progress is written down. */
const STEP = 10;

/** Carries out one import; broken off and begun again it goes on where it was. Throws what is worth another try. */
export async function runImport(app: AppContext, importId: string): Promise<void> {
  const run = await app.db.calendarImport.findUnique({ where: { id: importId }, include: { calendar: { select: { connectionId: true, externalId: true } } } });
  const { calendar: port } = app.ports;
  if (run?.state !== "RUNNING" || port === null) return;
  authorize(app.actor, "calendar.sync", { providerId: run.providerId });
  const { providerId, calendarId, calendar } = run;
  const rules = z.array(ImportRuleSchema).parse(run.rules);
  const now = app.clock.now();
  const { timeMax } = readWindow(now, await furthestHorizon(app, { providerId, organizationId: null }));
  try {
    const found = await withAccessToken(app, calendar.connectionId, async (accessToken) => {
      const visits: RemoteVisit[] = [];
      for (let pageToken: string | null | undefined; pageToken !== null; ) {
        const page = await port.listVisits(accessToken, calendar.externalId, { timeMin: now, timeMax, ...(pageToken && { pageToken }) });
        visits.push(...page.visits);
        pageToken = page.nextPageToken;
      }
      return visits;
    });
    const leftOut: Partial<Record<LeftOut, number>> = {};
    let imported = await app.db.importedEvent.count({ where: { importId } });
    const note = () => app.db.calendarImport.updateMany({ where: { id: importId, state: "RUNNING" }, data: { total: found.length, imported, leftOut: { ...leftOut } } });
    await note();
    for (const [index, visit] of found.entries()) {
      const match = matchVisit(visit, rules, now);
      const outcome = match.ok ? await importVisit(app, { importId, providerId, calendarId, eventId: visit.eventId, ...match }) : match.reason;
      if (outcome === "imported") imported += 1;
      else leftOut[outcome] = (leftOut[outcome] ?? 0) + 1;
      if (index % STEP === STEP - 1) await note();
    }
    await note();
    await finish(app, importId, null);
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    await finish(app, importId, explainFailure(error));
  }
}

/** The end is written and told together. */
async function finish(app: AppContext, importId: string, problem: string | null): Promise<void> {
  await inTransaction(app, async (tx) => {
    const { count } = await tx.calendarImport.updateMany({ where: { id: importId, state: "RUNNING" }, data: { state: problem === null ? "FINISHED" : "FAILED", problem, finishedAt: new Date(app.clock.now()) } });
    if (count > 0) await announceImport(app, tx, importId);
  });
}
