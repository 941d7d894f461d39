import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import type { EditPolicyView } from "./calendar-edit-schemas";
import { loadEditPolicy } from "./edit-policy";

/** What a provider wants when a booking's event is changed in Google. Throws NOT_FOUND, NOT_ALLOWED. */
export async function getEditPolicy(app: AppContext, asked: string | undefined): Promise<EditPolicyView> {
  const { id: providerId, organizationId } = await getStaffedProvider(app, "calendar-edit.view", asked);
  const { undoSeconds, ...policy } = await loadEditPolicy(app.db, providerId);
  return { ...policy, undoSeconds: undoSeconds ?? app.config.undoSeconds, canEdit: can(app.actor, "calendar-edit.set-policy", { providerId, organizationId }) };
}
