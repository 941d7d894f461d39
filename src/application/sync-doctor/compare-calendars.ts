import { calendarQueue, ownerIdOf, type CalendarOwner } from "@/application/calendar/calendar-queue";
import { audit } from "@/application/shared/audit";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { AppError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { findMendableProvider } from "./find-mendable-provider";

/** Has every calendar in use compared with Google now instead of at night. Answers how many. Throws CALENDAR_RECONNECT_NEEDED. */
export async function compareCalendars(app: AppContext, asked: string | undefined): Promise<{ calendars: number }> {
  const providerId = await findMendableProvider(app, asked);
  return inTransaction(app, async (tx) => {
    const calendarIds = await requestComparisons(tx, { providerId, organizationId: null });
    const broken = await tx.calendarConnection.count({ where: { providerId, status: "RECONNECT_NEEDED" } });
    if (calendarIds.length === 0 && broken > 0) throw new AppError("CALENDAR_RECONNECT_NEEDED");
    await audit(tx, app.actor, { action: "calendar.compare", subjectKind: "provider", subjectId: providerId, providerId, after: { calendars: calendarIds.length } });
    return { calendars: calendarIds.length };
  });
}

/** Asks for a comparison of each calendar in use, behind all other calendar work that waits. Answers which. */
export async function requestComparisons(tx: Tx, owner: CalendarOwner): Promise<string[]> {
  const calendars = await tx.calendar.findMany({ where: { ...owner, goneAt: null, connection: { status: "ACTIVE", access: { not: "LINK" } }, OR: [{ readsBusy: true }, { receivesBookings: true }] }, select: { id: true }, orderBy: { id: "asc" } });
  for (const { id: calendarId } of calendars) await enqueue(tx, "calendar.compare", { calendarId }, { key: `compare:${calendarId}`, queue: calendarQueue(ownerIdOf(owner)) });
  return calendars.map(({ id }) => id);
}
