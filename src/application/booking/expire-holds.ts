import { uuidv7 } from "uuidv7";
import { actorId } from "@/application/shared/actor";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { sqlOf } from "@/application/shared/sql";
import { inTransaction } from "@/application/shared/transaction";

const SQL = `
  UPDATE booking SET status = 'EXPIRED', version = version + 1, updated_at = $1::timestamptz
  WHERE id IN (SELECT id FROM booking WHERE status = 'HELD' AND hold_expires_at <= $1::timestamptz ORDER BY hold_expires_at LIMIT 1000 FOR UPDATE SKIP LOCKED)
  RETURNING id, provider_id AS "providerId"`;

/** Ends holds that ran out, at most 1000 a time. Search and booking ignore them already; this clears them away. */
export async function expireHolds(app: AppContext): Promise<{ expired: number }> {
  authorize(app.actor, "booking.expire");
  return inTransaction(app, async (tx) => {
    const expired = await sqlOf(tx)<{ id: string; providerId: string }>(SQL, [new Date(app.clock.now()).toISOString()]);
    await tx.auditEntry.createMany({
      data: expired.map(({ id, providerId }) => ({ id: uuidv7(), actorKind: app.actor.kind, actorId: actorId(app.actor), action: "booking.expire", subjectKind: "booking", subjectId: id, providerId })),
    });
    return { expired: expired.length };
  });
}
