import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { IntegrationError } from "@/application/shared/errors";
import type { Tx } from "@/platform/db";
import { calendarQueue } from "./calendar-queue";
import { isFinal } from "./explain-failure";
import { withAccessToken } from "./with-access-token";

/**
 * Takes an event out of the calendar that bookings went to earlier, once the calendar they go to now has it or it is wanted
 * nowhere. Repeatable. Throws what is worth another try; an account that was disconnected keeps its events.
 */
export async function clearLeftover(app: AppContext, leftoverId: string): Promise<void> {
  const { calendar } = app.ports;
  const leftover = await app.db.calendarEventLeftover.findUnique({
    where: { id: leftoverId },
    select: { seriesId: true, calendarId: true, eventId: true, calendar: { select: { externalId: true, connectionId: true, connection: { select: { status: true } } } } },
  });
  if (leftover === null || calendar === null) return;
  const { connectionId, externalId, connection } = leftover.calendar;
  if (connection.status === "RECONNECT_NEEDED") return;
  const link = await app.db.calendarEventLink.findUnique({ where: { seriesId: leftover.seriesId }, select: { calendarId: true, state: true } });
  const isWanted = link?.calendarId === leftover.calendarId;
  if (!isWanted && link !== null && link.state !== "SYNCED" && link.state !== "REMOVED") return;
  if (!isWanted && connection.status === "ACTIVE") {
    try {
      await withAccessToken(app, connectionId, (accessToken) => calendar.deleteEvent(accessToken, externalId, leftover.eventId));
    } catch (error) {
      if (!(error instanceof IntegrationError)) throw error;
      if (error.kind === "auth") return;
      if (!isFinal(error)) throw error;
      // Gone already is as good; one we may not delete any more stays with its owner.
      if (error.kind !== "not-found") app.log.warn({ seriesId: leftover.seriesId, code: error.failure.code }, "an event left in an earlier calendar could not be removed");
    }
  }
  await app.db.calendarEventLeftover.deleteMany({ where: { id: leftoverId } });
}

/** Asks for what a series left in earlier calendars to be taken away. */
export async function requestClearing(tx: Tx, seriesId: string, providerId: string): Promise<void> {
  const leftovers = await tx.calendarEventLeftover.findMany({ where: { seriesId }, select: { id: true } });
  for (const { id: leftoverId } of leftovers) await enqueue(tx, "calendar.clear-leftover", { leftoverId }, { key: `leftover:${leftoverId}`, queue: calendarQueue(providerId) });
}
