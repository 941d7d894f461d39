import { announceImport } from "@/application/messages/announce-import";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { readSql } from "@/application/shared/sql";
import { inTransaction } from "@/application/shared/transaction";

/** The end of an import is written and told together, once; a preview is told to nobody. */
export async function finishImport(app: AppContext, importId: string, problem: string | null): Promise<void> {
  await inTransaction(app, async (tx) => {
    const [ended] = await tx.calendarImport.updateManyAndReturn({ where: { id: importId, state: "RUNNING" }, data: { state: problem === null ? "FINISHED" : "FAILED", problem, finishedAt: new Date(app.clock.now()) }, select: { isPreview: true } });
    if (ended?.isPreview === false) await announceImport(app, tx, importId);
  });
}

/** Ends imports whose job has given up or is gone, so that another may begin. */
export async function endBrokenImports(app: AppContext): Promise<void> {
  authorize(app.actor, "calendar.sync");
  const broken = await readSql(app)<{ id: string }>(
    `SELECT i.id FROM calendar_import i WHERE i.state = 'RUNNING' AND i.started_at < $1::timestamptz - interval '10 minutes'
       AND NOT EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'import:' || i.id AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))`,
    [new Date(app.clock.now()).toISOString()],
  );
  for (const { id } of broken) await finishImport(app, id, "It broke off. Begin it again: nothing is taken over twice.");
}
