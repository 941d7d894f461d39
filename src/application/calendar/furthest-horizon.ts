import type { AppContext } from "@/application/shared/context";
import type { CalendarOwner } from "./calendar-queue";

/** How many days ahead anything of the owner's can be booked. */
export async function furthestHorizon(app: AppContext, { providerId, organizationId }: CalendarOwner): Promise<number> {
  const offered = providerId === null ? { provider: { organizationId } } : { providerId };
  const { _max } = await app.db.service.aggregate({ where: { ...offered, isActive: true }, _max: { horizonDays: true } });
  return _max.horizonDays ?? 0;
}
