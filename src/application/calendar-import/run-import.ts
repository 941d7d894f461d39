import { z } from "zod";
import { explainFailure, isWorthRetrying } from "@/application/calendar/explain-failure";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { RemoteVisit } from "@/application/shared/ports";
import { matchVisit, type LeftOut, type Match } from "@/domain/calendar-import/match-visit";
import { planImport } from "@/domain/calendar-import/plan-import";
import { finishImport } from "./finish-import";
import { entryOf, sealEntries } from "./import-entries";
import { ImportRuleSchema, type ImportRule } from "./import-schemas";
import { importVisit } from "./import-visit";
import { loadStanding } from "./load-standing";
import { readVisits } from "./read-visits";

/** After so many events the progress is written down. */
const STEP = 10;

interface Run {
  readonly id: string;
  readonly providerId: string;
  readonly calendarId: string;
  readonly rules: readonly ImportRule[];
  readonly isPreview: boolean;
}

/** What became of an event that was looked at. */
interface Outcome {
  readonly visit: RemoteVisit;
  readonly match: Match<ImportRule>;
}

/** Carries out one import, or says what it would do; broken off and begun again it goes on where it was. Throws what is worth another try. */
export async function runImport(app: AppContext, importId: string): Promise<void> {
  const stored = await app.db.calendarImport.findUnique({ where: { id: importId }, include: { calendar: { select: { connectionId: true, externalId: true } } } });
  if (stored?.state !== "RUNNING") return;
  const { providerId, calendarId, isPreview, calendar } = stored;
  authorize(app.actor, "calendar.sync", { providerId });
  const { calendar: port } = app.ports;
  if (port === null) return finishImport(app, importId, "Google Calendar is switched off on this installation.");
  const run: Run = { id: importId, providerId, calendarId, isPreview, rules: z.array(ImportRuleSchema).parse(stored.rules) };
  const now = app.clock.now();
  try {
    const found = await readVisits(app, port, { providerId, ...calendar }, now);
    await app.db.calendarImport.updateMany({ where: { id: importId, state: "RUNNING" }, data: { problem: null, stalledSince: null } });
    await (isPreview ? previewVisits(app, run, found, now) : takeOver(app, run, found, now));
    await finishImport(app, importId, null);
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    if (isWorthRetrying(error)) {
      await noteStall(app, importId, explainFailure(error));
      throw error;
    }
    await finishImport(app, importId, explainFailure(error));
  }
}

/** Says why it does not go on just now, and since when. */
async function noteStall(app: AppContext, id: string, problem: string): Promise<void> {
  await app.db.calendarImport.updateMany({ where: { id, state: "RUNNING", stalledSince: null }, data: { stalledSince: new Date(app.clock.now()) } });
  await app.db.calendarImport.updateMany({ where: { id, state: "RUNNING" }, data: { problem } });
}

async function previewVisits(app: AppContext, run: Run, found: readonly RemoteVisit[], now: number): Promise<void> {
  const matches = planImport(found, run.rules, await loadStanding(app, run, now), now);
  await note(app, run, found.length, matches.flatMap((match, index) => (found[index] ? [{ visit: found[index], match }] : [])));
}

async function takeOver(app: AppContext, run: Run, found: readonly RemoteVisit[], now: number): Promise<void> {
  const { id: importId, providerId, calendarId } = run;
  const outcomes: Outcome[] = [];
  await note(app, run, found.length, outcomes);
  for (const [index, visit] of found.entries()) {
    if (await isStopped(app, importId)) return;
    const match = matchVisit(visit, run.rules, now);
    const outcome = match.ok ? await importVisit(app, { importId, providerId, calendarId, eventId: visit.eventId, ...match }) : match.reason;
    outcomes.push({ visit, match: outcome === "imported" ? match : { ok: false, reason: outcome } });
    if (index % STEP === STEP - 1) await note(app, run, found.length, outcomes);
  }
  await note(app, run, found.length, outcomes);
}

const isStopped = async (app: AppContext, id: string): Promise<boolean> => (await app.db.calendarImport.count({ where: { id, state: "RUNNING" } })) === 0;

/** Writes down how far it is. Of a real import single entries are kept only of what was left out: the others are bookings. */
async function note(app: AppContext, { id, isPreview }: Run, total: number, outcomes: readonly Outcome[]): Promise<void> {
  const leftOut: Partial<Record<LeftOut, number>> = {};
  for (const { match } of outcomes) if (!match.ok) leftOut[match.reason] = (leftOut[match.reason] ?? 0) + 1;
  const entries = outcomes.flatMap(({ visit, match }) => (isPreview || !match.ok ? (entryOf(visit.startsAt, match) ?? []) : []));
  const imported = outcomes.filter(({ match }) => match.ok).length;
  await app.db.calendarImport.updateMany({ where: { id, state: "RUNNING" }, data: { total, imported, leftOut, entriesCiphertext: await sealEntries(app, id, entries) } });
}
