import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { ScheduleScope } from "@/application/schedule/schedule-schemas";
import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { serviceFields } from "./service-columns";
import type { StaffServiceView } from "./service-schemas";

/** All services of a provider, archived ones included, in the order patients see. */
export async function listServices(app: AppContext, input: ScheduleScope): Promise<{ canEdit: boolean; providerSlug: string; items: StaffServiceView[] }> {
  const provider = await getStaffedProvider(app, "schedule.view", input.providerId);
  const items = await app.db.service.findMany({ where: { providerId: provider.id }, orderBy: [{ position: "asc" }, { name: "asc" }], omit: { providerId: true } });
  return { canEdit: can(app.actor, "service.edit", { providerId: provider.id, organizationId: provider.organizationId }), providerSlug: provider.slug, items: items.map(serviceFields) };
}
