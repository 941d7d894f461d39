import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import type { SetEditPolicyInput } from "./calendar-edit-schemas";
import { loadEditPolicy } from "./edit-policy";

/** Says what a change made in Google does from now on; what waits already is settled by it too, at its own time. Throws NOT_FOUND, NOT_ALLOWED. */
export async function setEditPolicy(app: AppContext, { providerId: asked, ...chosen }: SetEditPolicyInput): Promise<void> {
  const { id: providerId } = await getStaffedProvider(app, "calendar-edit.set-policy", asked);
  await inTransaction(app, async (tx) => {
    const before = await loadEditPolicy(tx, providerId);
    const wanted = { ...chosen, undoSeconds: chosen.undoSeconds ?? before.undoSeconds };
    await tx.calendarEditPolicy.upsert({ where: { providerId }, create: { providerId, ...wanted }, update: wanted });
    await audit(tx, app.actor, { action: "calendar-edit.set-policy", subjectKind: "provider", subjectId: providerId, providerId, before: { ...before }, after: wanted });
  });
}
