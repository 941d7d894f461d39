import { withAccessToken } from "@/application/calendar/with-access-token";
import { isWorthRetrying } from "@/application/calendar/explain-failure";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { writtenForSeries } from "@/domain/calendar-sync/plan-ingest";

/**
 * The calendar to which a person moved the event of a series in Google, null when it stands in no other one of the provider's
 * that can be written to: to the calendar it left, a move is a deletion. Throws what is worth another try.
 */
export async function findInOtherCalendar(app: AppContext, { seriesId, providerId }: { seriesId: string; providerId: string }): Promise<string | null> {
  const port = app.ports.calendar;
  const link = await app.db.calendarEventLink.findUnique({ where: { seriesId }, select: { calendarId: true, eventId: true } });
  if (port === null || link?.calendarId == null) return null;
  const others = await app.db.calendar.findMany({
    where: { providerId, id: { not: link.calendarId }, canWrite: true, goneAt: null, connection: { status: "ACTIVE", access: { not: "LINK" } } },
    select: { id: true, externalId: true, connectionId: true },
    orderBy: { id: "asc" },
  });
  for (const { id, externalId, connectionId } of others) {
    try {
      const event = await withAccessToken(app, connectionId, (accessToken) => port.getEvent(accessToken, externalId, link.eventId));
      if (event.status !== "cancelled" && writtenForSeries(event) === seriesId) return id;
    } catch (error) {
      if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    }
  }
  return null;
}
