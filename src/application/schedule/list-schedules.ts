import type { AppContext } from "@/application/shared/context";
import { can } from "@/application/shared/authorize";
import { AppError } from "@/application/shared/errors";
import { civilDateOf } from "@/domain/time/civil-date";
import type { ScheduleOwnerView } from "./schedule-schemas";

/** Every provider whose schedule the viewer may open, their own first. */
export async function listSchedules(app: AppContext): Promise<ScheduleOwnerView[]> {
  const { actor } = app;
  if (actor.kind !== "user") throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
  const providers = await app.db.provider.findMany({
    where: { OR: [...(actor.providerId === null ? [] : [{ id: actor.providerId }]), { organizationId: { in: actor.memberships.map(({ organizationId }) => organizationId) } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
    select: { id: true, slug: true, name: true, title: true, portraitSeed: true, timeZone: true, organizationId: true, status: true },
  });
  return providers
    .map(({ organizationId, status, ...provider }) => ({ ...provider, isDraft: status === "DRAFT", today: civilDateOf(app.clock.now(), provider.timeZone), isOwn: provider.id === actor.providerId, canEdit: can(actor, "schedule.edit", { providerId: provider.id, organizationId }) }))
    .sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
}
