import { furthestHorizon } from "@/application/calendar/furthest-horizon";
import { withAccessToken } from "@/application/calendar/with-access-token";
import type { AppContext } from "@/application/shared/context";
import type { CalendarPort, RemoteVisit } from "@/application/shared/ports";
import { readWindow } from "@/domain/calendar-sync/read-window";

interface ReadableCalendar {
  readonly providerId: string;
  readonly connectionId: string;
  /** Google's id. */
  readonly externalId: string;
}

/** Every coming event of a calendar, titles and people included, as far ahead as anybody can book. */
export async function readVisits(app: AppContext, port: CalendarPort, { providerId, connectionId, externalId }: ReadableCalendar, now: number): Promise<RemoteVisit[]> {
  const { timeMax } = readWindow(now, await furthestHorizon(app, { providerId, organizationId: null }));
  return withAccessToken(app, connectionId, async (accessToken) => {
    const visits: RemoteVisit[] = [];
    for (let pageToken: string | null | undefined; pageToken !== null; ) {
      const page = await port.listVisits(accessToken, externalId, { timeMin: now, timeMax, ...(pageToken && { pageToken }) });
      visits.push(...page.visits);
      pageToken = page.nextPageToken;
    }
    return visits;
  });
}
