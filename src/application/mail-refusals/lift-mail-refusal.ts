import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { getStaffRefusal } from "./get-staff-refusal";
import type { MailRefusalRefInput } from "./mail-refusal-schemas";

/** Lets mail go to an address again, here and at the vendor. Another bounce refuses it anew. Throws NOT_FOUND, NOT_ALLOWED. */
export async function liftMailRefusal(app: AppContext, { refusalId }: MailRefusalRefInput): Promise<{ lifted: boolean }> {
  return inTransaction(app, async (tx) => {
    const { liftedAt, doneAt, providerId } = await getStaffRefusal(app, tx, refusalId);
    if (liftedAt !== null) return { lifted: false };
    const now = new Date(app.clock.now());
    await tx.mailRefusal.update({ where: { id: refusalId }, data: { liftedAt: now, doneAt: doneAt ?? now } });
    await enqueue(tx, "messages.allow-mail", { refusalId }, { key: `allow-mail:${refusalId}` });
    await audit(tx, app.actor, { action: "mail-refusal.lift", subjectKind: "mail-refusal", subjectId: refusalId, providerId });
    return { lifted: true };
  });
}
