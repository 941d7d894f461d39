import { AppError } from "@/application/shared/errors";
import type { Db, Tx } from "@/platform/db";

/** One service of a provider with the rules the engine asks for. Throws NOT_FOUND. */
export async function getBookableService(db: Db | Tx, providerId: string, slug: string) {
  const service = await db.service.findUnique({
    where: { providerId_slug: { providerId, slug } },
    select: { id: true, durationMinutes: true, bufferBeforeMinutes: true, bufferAfterMinutes: true, slotStepMinutes: true, minimumNoticeMinutes: true, horizonDays: true, dailyCap: true },
  });
  if (service === null) throw new AppError("NOT_FOUND", { message: "We could not find this service." });
  return service;
}
