import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { loadOutagePolicy } from "./outage-policy";
import type { OutagePolicyView } from "./outage-schemas";

/** What a provider wants while a calendar does not answer. Throws NOT_FOUND, NOT_ALLOWED. */
export async function getOutagePolicy(app: AppContext, asked: string | undefined): Promise<OutagePolicyView> {
  const { id: providerId, organizationId } = await getStaffedProvider(app, "calendar-outage.view", asked);
  return { ...(await loadOutagePolicy(app.db, providerId)), canEdit: can(app.actor, "calendar-outage.set-policy", { providerId, organizationId }) };
}
