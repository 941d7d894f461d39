import type { UserActor } from "@/application/shared/actor";
import { authorize, can, type Action } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";

/** The clinics whose calendars an actor may connect. */
export const managedClinics = (actor: UserActor): string[] => actor.memberships.map(({ organizationId }) => organizationId).filter((organizationId) => can(actor, "calendar.connect", { organizationId }));

/** The clinic meant: the named one, else the first the actor manages. Throws NOT_ALLOWED, NOT_AUTHENTICATED. */
export function findManagedClinic({ actor }: AppContext, action: Action, asked: string | undefined): { organizationId: string; actor: UserActor } {
  if (actor.kind !== "user") throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
  const organizationId = asked ?? managedClinics(actor)[0];
  if (organizationId === undefined) throw new AppError("NOT_ALLOWED");
  authorize(actor, action, { organizationId });
  return { organizationId, actor };
}
