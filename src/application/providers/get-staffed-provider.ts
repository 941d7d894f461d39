import type { AppContext } from "@/application/shared/context";
import { authorize, type Action } from "@/application/shared/authorize";
import { AppError } from "@/application/shared/errors";

const PROVIDER = {
  id: true,
  slug: true,
  name: true,
  status: true,
  timeZone: true,
  organizationId: true,
  locationId: true,
  organization: { select: { name: true } },
  location: { select: { country: true } },
} as const;

/**
 * The provider a member of staff means: the one named, else their own, else the first of their organizations.
 * Throws NOT_FOUND, or NOT_ALLOWED when the actor may not do `action` there.
 */
export async function getStaffedProvider(app: AppContext, action: Action, providerId: string | undefined) {
  const { actor } = app;
  if (actor.kind !== "user") throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
  const chosen = providerId ?? actor.providerId;
  const provider =
    chosen === null
      ? await app.db.provider.findFirst({ where: { organizationId: { in: actor.memberships.map(({ organizationId }) => organizationId) } }, orderBy: [{ name: "asc" }, { id: "asc" }], select: PROVIDER })
      : await app.db.provider.findUnique({ where: { id: chosen }, select: PROVIDER });
  if (provider === null) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  authorize(actor, action, { providerId: provider.id, organizationId: provider.organizationId });
  return provider;
}
