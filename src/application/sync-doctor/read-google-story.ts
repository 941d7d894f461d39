import { withAccessToken } from "@/application/calendar/with-access-token";
import type { CalendarOwner } from "@/application/calendar/calendar-queue";
import { findOwnSeries } from "@/application/calendar/commit-page";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { CalendarPort, RemoteEvent } from "@/application/shared/ports";
import { spanOfEvent } from "@/domain/calendar-sync/busy-from-event";
import { readBusyKinds } from "@/domain/calendar-sync/busy-kinds";
import type { TakenTime } from "@/domain/calendar-sync/compare-calendar";
import type { EventSpan } from "@/domain/calendar-sync/event-span";
import { planIngest, writtenForSeries } from "@/domain/calendar-sync/plan-ingest";

export interface ComparedCalendar extends CalendarOwner {
  readonly id: string;
  readonly connectionId: string;
  readonly externalId: string;
  readonly timeZone: string;
  readonly busyKinds: string[];
  readonly readsBusy: boolean;
}

/** An event of ours as Google shows it, with what it remembers of our writing. */
export interface ShownVisit extends EventSpan {
  readonly seriesId: string;
  readonly bookingId: string | null;
  readonly bookingVersion: number | null;
}

/** More visits than this are not looked at one by one; a whole read decides about the others. */
const MOST_LOOKED_AT = 100;

/** What Google shows between two instants (epoch ms): our own events, and for a calendar that is read the time taken by others. */
export async function readGoogleStory(app: AppContext, calendar: ComparedCalendar, { from, until }: { from: number; until: number }): Promise<{ visits: ShownVisit[]; taken: TakenTime[] }> {
  const visits: ShownVisit[] = [];
  const taken: TakenTime[] = [];
  for (let pageToken: string | undefined; ; ) {
    const page = await ask(app, calendar, (port, accessToken) => port.listEvents(accessToken, calendar.externalId, { timeMin: from, timeMax: until, ...(pageToken !== undefined && { pageToken }) }));
    const own = await findOwnSeries(app.db, calendar, page.events);
    const isOwn = (event: Pick<RemoteEvent, "eventId" | "seriesId">) => own.has(writtenForSeries(event) ?? "");
    visits.push(...page.events.filter(isOwn).flatMap((event) => toShownVisit(event, calendar.timeZone)));
    if (calendar.readsBusy) taken.push(...planIngest(page.events, calendar.timeZone, readBusyKinds(calendar.busyKinds), isOwn).upserts.filter((time) => time.endsAt > from && time.startsAt < until));
    if (page.nextPageToken === null) return { visits, taken };
    pageToken = page.nextPageToken;
  }
}

/** Which of the visits that a list did not show were moved out of it, and which a person deleted. The rest is truly missing. */
export async function findMissingEdits(app: AppContext, calendar: ComparedCalendar, missing: readonly { seriesId: string; eventId: string }[]): Promise<{ visits: ShownVisit[]; deleted: string[] }> {
  const visits: ShownVisit[] = [];
  const deleted = missing.slice(MOST_LOOKED_AT).map(({ seriesId }) => seriesId);
  for (const { seriesId, eventId } of missing.slice(0, MOST_LOOKED_AT)) {
    try {
      const event = await ask(app, calendar, (port, accessToken) => port.getEvent(accessToken, calendar.externalId, eventId));
      if (event.status === "cancelled") deleted.push(seriesId);
      else visits.push(...toShownVisit(event, calendar.timeZone));
    } catch (error) {
      if (!(error instanceof IntegrationError) || error.kind !== "not-found") throw error;
    }
  }
  return { visits, deleted };
}

function toShownVisit(event: RemoteEvent, timeZone: string): ShownVisit[] {
  const span = spanOfEvent(event, timeZone);
  const { seriesId, bookingId, bookingVersion } = event;
  return span === null || seriesId === null || event.status === "cancelled" ? [] : [{ seriesId, bookingId, bookingVersion, ...span }];
}

function ask<T>(app: AppContext, { connectionId }: ComparedCalendar, call: (port: CalendarPort, accessToken: string) => Promise<T>): Promise<T> {
  const { calendar: port } = app.ports;
  if (port === null) throw new IntegrationError({ vendor: "google", operation: "calendar.compare", kind: "permanent", code: "switched-off" });
  return withAccessToken(app, connectionId, (accessToken) => call(port, accessToken));
}
