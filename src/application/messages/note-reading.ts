import { actorId } from "@/application/shared/actor";
import { audit, type AuditFact } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";

/** A page that stays open asks every few seconds: that is one reading. */
const ONE_READING_MS = 3_600_000;

/** Audits that somebody read what a patient wrote, once an hour for each reader and subject. */
export async function noteReading(app: AppContext, fact: AuditFact): Promise<void> {
  const since = new Date(app.clock.now() - ONE_READING_MS);
  const known = await app.db.auditEntry.findFirst({ where: { subjectKind: fact.subjectKind, subjectId: fact.subjectId, action: fact.action, actorId: actorId(app.actor), at: { gt: since } }, select: { id: true } });
  if (known === null) await inTransaction(app, (tx) => audit(tx, app.actor, fact));
}
