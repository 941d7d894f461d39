import { authorize, type Action } from "./authorize";
import type { AppContext } from "./context";
import { AppError } from "./errors";

/** Whose things somebody of a clinic may see: these providers', and those of all providers of these clinics. */
export interface StaffScope {
  readonly providerIds: string[];
  readonly organizationIds: string[];
}

/** The scope of one provider, or of everybody the viewer works for. Throws NOT_AUTHENTICATED, NOT_ALLOWED, NOT_FOUND. */
export async function staffScope({ actor, db }: Pick<AppContext, "actor" | "db">, providerId: string | undefined, action: Action): Promise<StaffScope> {
  if (actor.kind !== "user") throw new AppError(actor.kind === "guest" ? "NOT_AUTHENTICATED" : "NOT_ALLOWED");
  if (providerId === undefined) {
    if (actor.providerId === null && actor.memberships.length === 0) throw new AppError("NOT_ALLOWED");
    return { providerIds: actor.providerId === null ? [] : [actor.providerId], organizationIds: actor.memberships.map((membership) => membership.organizationId) };
  }
  const provider = await db.provider.findUnique({ where: { id: providerId }, select: { organizationId: true } });
  if (!provider) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  authorize(actor, action, { providerId, organizationId: provider.organizationId });
  return { providerIds: [providerId], organizationIds: [] };
}
