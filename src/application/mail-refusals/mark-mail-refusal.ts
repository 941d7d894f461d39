import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { getStaffRefusal } from "./get-staff-refusal";
import type { MarkMailRefusalInput } from "./mail-refusal-schemas";

/** Notes that somebody of the clinic has seen to a refused address, or has not after all. Mail stays off, and the next visit that cannot be told of makes it a task again. Throws NOT_FOUND, NOT_ALLOWED. */
export async function markMailRefusal(app: AppContext, { refusalId, isDone }: MarkMailRefusalInput): Promise<{ isDone: boolean }> {
  return inTransaction(app, async (tx) => {
    const { doneAt, providerId } = await getStaffRefusal(app, tx, refusalId);
    if ((doneAt !== null) === isDone) return { isDone };
    await tx.mailRefusal.update({ where: { id: refusalId }, data: { doneAt: isDone ? new Date(app.clock.now()) : null } });
    await audit(tx, app.actor, { action: isDone ? "mail-refusal.done" : "mail-refusal.undone", subjectKind: "mail-refusal", subjectId: refusalId, providerId });
    return { isDone };
  });
}
