import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { SetEditPolicyInput } from "./calendar-edit-schemas";
import { loadEditPolicy } from "./edit-policy";

/** Says what a change made in Google does from now on; what waits already is settled by it too. Throws NOT_FOUND, NOT_ALLOWED. */
export async function setEditPolicy(app: AppContext, { providerId: asked, answer, impossible, followsLength }: SetEditPolicyInput): Promise<void> {
  const { id: providerId } = await getStaffedProvider(app, "calendar-edit.set-policy", asked);
  const wanted = { answer, impossible, followsLength };
  await inTransaction(app, async (tx) => {
    const { undoSeconds: _undoSeconds, ...before } = await loadEditPolicy(tx, providerId);
    await tx.calendarEditPolicy.upsert({ where: { providerId }, create: { providerId, ...wanted }, update: wanted });
    await audit(tx, app.actor, { action: "calendar-edit.set-policy", subjectKind: "provider", subjectId: providerId, providerId, before: { ...before }, after: wanted });
  });
}
