import { authorize } from "@/application/shared/authorize";
import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";

/** The provider whose calendars the actor may have read and written again. Throws NOT_FOUND, NOT_ALLOWED, INTEGRATION_OFF. */
export async function findMendableProvider(app: AppContext, asked: string | undefined): Promise<string> {
  const providerId = asked ?? (app.actor.kind === "user" ? app.actor.providerId : null);
  if (providerId === null) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  const provider = await app.db.provider.findUnique({ where: { id: providerId }, select: { organizationId: true } });
  if (provider === null) throw new AppError("NOT_FOUND", { message: "We could not find this provider." });
  authorize(app.actor, "calendar.sync", { providerId, organizationId: provider.organizationId });
  if (app.ports.calendar === null) throw new AppError("INTEGRATION_OFF");
  return providerId;
}
