import { getStaffedProvider } from "@/application/providers/get-staffed-provider";
import type { AppContext } from "@/application/shared/context";
import { DAY_MS } from "@/domain/time/calendar-day";
import { toLocal } from "@/domain/time/local-time";
import type { CalendarBatchView } from "./batch-schemas";
import { loadBatchProgress } from "./load-batch-progress";

/** So many refused visits are named; all are counted. */
const NAMED = 20;

/** How far a provider's coming visits have gone over to the calendar that receives bookings, and which of them Google refused. */
export async function getBatch(app: AppContext, asked: string | undefined): Promise<CalendarBatchView> {
  const { id: providerId } = await getStaffedProvider(app, "calendar.view", asked);
  const now = app.clock.now();
  const [batch, failed, { timeZone }] = await Promise.all([
    app.db.calendarBatch.findFirst({
      where: { providerId, isReplaced: false, OR: [{ finishedAt: null }, { finishedAt: { gt: new Date(now - DAY_MS) } }] },
      orderBy: { startedAt: "desc" },
      include: { calendar: { select: { name: true } }, links: { where: { state: "PENDING", lastError: { not: null } }, orderBy: { updatedAt: "desc" }, take: 1, select: { lastError: true } } },
    }),
    app.db.calendarEventLink.findMany({
      where: { state: "FAILED", booking: { providerId, endsAt: { gt: new Date(now) } } },
      orderBy: { booking: { startsAt: "asc" } },
      take: NAMED,
      select: { lastError: true, booking: { select: { startsAt: true } } },
    }),
    app.db.provider.findUniqueOrThrow({ where: { id: providerId }, select: { timeZone: true } }),
  ]);
  return {
    latest: batch && { calendarName: batch.calendar.name, ...(await loadBatchProgress(app.db, batch.id, now)), finishedAt: batch.finishedAt?.toISOString() ?? null, hindrance: batch.finishedAt === null ? (batch.links[0]?.lastError ?? null) : null },
    failedVisits: failed.map(({ lastError, booking }) => ({ startsAt: booking.startsAt.toISOString(), localStart: toLocal(booking.startsAt.getTime(), timeZone), reason: lastError ?? "Google refused it." })),
  };
}
