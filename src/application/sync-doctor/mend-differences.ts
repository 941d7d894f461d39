import { uuidv7 } from "uuidv7";
import { calendarQueue } from "@/application/calendar/calendar-queue";
import { requestClearing } from "@/application/calendar/clear-leftover";
import { pushAgain } from "@/application/calendar-edits/push-again";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { inTransaction } from "@/application/shared/transaction";
import { planMend } from "@/domain/calendar-sync/compare-calendar";
import { eventIdOf } from "@/domain/calendar-sync/event-id";
import type { Tx } from "@/platform/db";
import { requestComparisons } from "./compare-calendars";
import { findComparisons } from "./find-comparisons";
import { findMendableProvider } from "./find-mendable-provider";

/**
 * Brings both sides together where the last comparison found them apart: writes what we know better, reads everything
 * where Google does, and compares again. Edits made in Google are read, so that the provider's rules decide about them.
 * Answers how many differences that is.
 */
export async function mendDifferences(app: AppContext, asked: string | undefined): Promise<{ differences: number }> {
  const providerId = await findMendableProvider(app, asked);
  return inTransaction(app, async (tx) => {
    const calendars = await tx.calendar.findMany({ where: { providerId, goneAt: null, connection: { status: "ACTIVE", access: { not: "LINK" } } }, select: { id: true } });
    const comparisons = [...(await findComparisons(tx, calendars.map(({ id }) => id))).values()].filter(({ found, mendedAt }) => found > 0 && mendedAt === null);
    for (const { id, calendarId, differences } of comparisons) {
      const { writeSeries, needsRead } = planMend(differences);
      for (const seriesId of writeSeries) await writeAgain(tx, providerId, calendarId, seriesId);
      if (needsRead) {
        await tx.calendar.update({ where: { id: calendarId }, data: { syncToken: null } });
        await enqueue(tx, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(providerId) });
      }
      await tx.calendarComparison.update({ where: { id }, data: { mendedAt: new Date(app.clock.now()) } });
    }
    const differences = comparisons.reduce((sum, { found }) => sum + found, 0);
    if (differences > 0) await requestComparisons(tx, { providerId, organizationId: null });
    await audit(tx, app.actor, { action: "calendar.mend", subjectKind: "provider", subjectId: providerId, providerId, after: { differences } });
    return { differences };
  });
}

/** Has a series' event written where its visit belongs, or taken out of this calendar. */
async function writeAgain(tx: Tx, providerId: string, calendarId: string, seriesId: string): Promise<void> {
  const link = await tx.calendarEventLink.findUnique({ where: { seriesId }, select: { seriesId: true, calendarId: true, booking: { select: { providerId: true } } } });
  if (link !== null && link.booking.providerId !== providerId) return;
  if (link?.calendarId === calendarId) {
    // Whatever was recorded, Google says otherwise.
    return pushAgain(tx, link);
  }
  await tx.calendarEventLeftover.createMany({ data: [{ id: uuidv7(), seriesId, calendarId, eventId: eventIdOf(seriesId) }], skipDuplicates: true });
  await requestClearing(tx, seriesId, providerId);
}
