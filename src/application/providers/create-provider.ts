import { uuidv7 } from "uuidv7";
import { freeSlug } from "@/application/services/free-slug";
import { audit } from "@/application/shared/audit";
import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { inTransaction, isDuplicate } from "@/application/shared/transaction";
import { toSlug } from "@/domain/services/catalogue";
import { isTimeZone } from "@/domain/time/time-zone";
import type { ProfileFields } from "./own-provider-schemas";

/**
 * Makes the signed-in user a provider, still unseen by patients (DRAFT) until the set-up is finished. An owner or manager
 * joins their organization. Throws VALIDATION_FAILED, and STATUS_CONFLICT for somebody who is a provider already.
 */
export async function createProvider(app: AppContext, input: ProfileFields): Promise<{ id: string; slug: string }> {
  authorize(app.actor, "provider.create");
  const { actor } = app;
  if (actor.kind !== "user") throw new AppError("NOT_ALLOWED");
  if (!isTimeZone(input.timeZone)) throw new AppError("VALIDATION_FAILED", { fields: [{ field: "timeZone", message: "is not a time zone we know" }] });
  const organizationId = actor.memberships.find(({ role }) => role !== "FRONT_DESK")?.organizationId ?? null;
  const wanted = toSlug(input.name, "provider");
  try {
    return await inTransaction(app, async (tx) => {
      const similar = await tx.provider.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
      const slug = freeSlug(wanted, new Set(similar.map((one) => one.slug)));
      const location = organizationId === null ? null : await tx.location.findFirst({ where: { organizationId }, orderBy: { id: "asc" }, select: { id: true } });
      const id = uuidv7();
      await tx.provider.create({ data: { id, slug, userId: actor.userId, organizationId, locationId: location?.id ?? null, status: "DRAFT", email: actor.email, ...input } });
      await audit(tx, actor, { action: "provider.create", subjectKind: "provider", subjectId: id, providerId: id, after: { slug, status: "DRAFT" } });
      return { id, slug };
    });
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new AppError("STATUS_CONFLICT", { message: "You already have a provider page, or somebody took this address a moment ago. Reload to see." }, { cause: error });
  }
}
