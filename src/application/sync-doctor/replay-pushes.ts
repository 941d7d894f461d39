import { requestCalendarUpdate } from "@/application/calendar/request-calendar-update";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { inTransaction } from "@/application/shared/transaction";
import { findMendableProvider } from "./find-mendable-provider";

/**
 * Tries every write to Google again that waits, fails or was refused, of coming visits: at once, with all its tries anew.
 * Answers how many visits that is.
 */
export async function replayPushes(app: AppContext, asked: string | undefined): Promise<{ visits: number }> {
  const providerId = await findMendableProvider(app, asked);
  return inTransaction(app, async (tx) => {
    const bookings = await tx.booking.findMany({
      where: { providerId, endsAt: { gt: new Date(app.clock.now()) }, eventLink: { state: { in: ["PENDING", "FAILED"] } } },
      select: { seriesId: true },
      orderBy: { startsAt: "asc" },
    });
    for (const booking of bookings) await requestCalendarUpdate(tx, booking);
    await audit(tx, app.actor, { action: "calendar.replay", subjectKind: "provider", subjectId: providerId, providerId, after: { visits: bookings.length } });
    return { visits: bookings.length };
  });
}
