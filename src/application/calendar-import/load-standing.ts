import type { AppContext } from "@/application/shared/context";
import type { Standing } from "@/domain/calendar-import/plan-import";

/** What an import of a provider's calendar finds here at `now` (epoch ms). */
export async function loadStanding(app: AppContext, { providerId, calendarId }: { providerId: string; calendarId: string }, now: number): Promise<Standing> {
  const at = new Date(now);
  const [known, taken, offered] = await Promise.all([
    app.db.importedEvent.findMany({ where: { calendarId }, select: { eventId: true } }),
    app.db.booking.findMany({
      where: { providerId, blockedTo: { gt: at }, OR: [{ status: { in: ["PENDING", "CONFIRMED", "CHECKED_IN"] } }, { status: "HELD", holdExpiresAt: { gt: at } }] },
      select: { blockedFrom: true, blockedTo: true },
    }),
    app.db.service.findMany({ where: { providerId, isActive: true }, select: { slug: true } }),
  ]);
  return {
    known: new Set(known.map(({ eventId }) => eventId)),
    taken: taken.map(({ blockedFrom, blockedTo }) => ({ blockedFrom: blockedFrom.getTime(), blockedTo: blockedTo.getTime() })),
    offered: new Set(offered.map(({ slug }) => slug)),
  };
}
