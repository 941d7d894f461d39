import { can } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";

/** The clinics whose messages the viewer may dress: those they own or manage. Throws NOT_AUTHENTICATED. */
export async function listManagedClinics({ actor, db }: Pick<AppContext, "actor" | "db">): Promise<{ id: string; name: string }[]> {
  if (actor.kind !== "user") throw new AppError("NOT_AUTHENTICATED");
  const ids = actor.memberships.map(({ organizationId }) => organizationId).filter((organizationId) => can(actor, "message.style", { organizationId }));
  return db.organization.findMany({ where: { id: { in: ids } }, select: { id: true, name: true }, orderBy: { name: "asc" } });
}
