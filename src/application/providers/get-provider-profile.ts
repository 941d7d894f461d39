import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { soonestOf, toNextTimes } from "./next-times";
import { PUBLIC_PROVIDER, toProviderProfile } from "./provider-rows";
import type { ProviderProfile, ProviderSlugInput } from "./provider-schemas";

/** The public page of an active provider. Throws NOT_FOUND for all others, so that a draft cannot be told from nobody. */
export async function getProviderProfile(app: AppContext, input: ProviderSlugInput): Promise<ProviderProfile> {
  authorize(app.actor, "availability.search");
  const row = await app.db.provider.findFirst({ where: { slug: input.provider, status: "ACTIVE" }, select: PUBLIC_PROVIDER });
  if (row === null) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  return toProviderProfile(row, toNextTimes(await soonestOf(app, row.id), row.timeZone, input.timeZone));
}
