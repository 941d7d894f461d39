import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import { enqueue } from "@/application/shared/enqueue";
import type { CalendarPort } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { isWindowStale, readWindow } from "@/domain/calendar-sync/read-window";
import { isTimeZone } from "@/domain/time/time-zone";
import { calendarQueue, ownerIdOf } from "./calendar-queue";
import { commitPage, type PageTarget } from "./commit-page";
import { explainFailure, isFinal, isWorthRetrying } from "./explain-failure";
import { furthestHorizon } from "./furthest-horizon";
import { LISTENED } from "./listened-calendars";
import { withAccessToken } from "./with-access-token";

/**
 * Reads what changed in one calendar since its sync token, or everything when there is none or Google has forgotten it.
 * A whole read merges: rows stay until the read is complete. The new token is saved with the last page, so a read that
 * breaks off starts over. Throws what is worth another try.
 */
export async function syncCalendar(app: AppContext, calendarId: string): Promise<void> {
  const target = await findTarget(app, calendarId);
  const { calendar } = app.ports;
  if (target === null || calendar === null) return;
  try {
    const isStale = target.lastReadAt === null || isWindowStale(target.id, target.lastReadAt.getTime(), app.clock.now());
    if (target.syncToken === null || isStale) await readAll(app, calendar, target);
    else await readChanges(app, calendar, target, target.syncToken);
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error;
    await app.db.calendar.updateMany({ where: { id: calendarId }, data: { lastError: explainFailure(error), lastErrorAt: new Date(app.clock.now()) } });
    if (isWorthRetrying(error)) throw error;
    // Deleted, or shared no longer: the account's list tells.
    if (isFinal(error)) await inTransaction(app, (tx) => enqueue(tx, "calendar.refresh-list", { connectionId: target.connectionId }, { key: `list:${target.connectionId}`, queue: calendarQueue(ownerIdOf(target)) }));
  }
}

async function readChanges(app: AppContext, calendar: CalendarPort, target: PageTarget, syncToken: string): Promise<void> {
  try {
    await readPages(app, calendar, target, { syncToken });
  } catch (error) {
    if (!(error instanceof IntegrationError) || error.kind !== "cursor-expired") throw error;
    app.log.info({ calendarId: target.id }, "sync token expired: reading everything");
    await readAll(app, calendar, target);
  }
}

/** `timeMin` bounds the end of an event and `timeMax` its start, so what began earlier and still runs is read too. */
async function readAll(app: AppContext, calendar: CalendarPort, target: PageTarget): Promise<void> {
  await readPages(app, calendar, target, readWindow(app.clock.now(), await furthestHorizon(app, target)));
}

type Query = { syncToken: string } | { timeMin: number; timeMax: number };

async function readPages(app: AppContext, calendar: CalendarPort, target: PageTarget, query: Query): Promise<void> {
  // Ids alone are kept of what was read: a page is forgotten once it is committed.
  const seen: string[] = [];
  const startedAt = app.clock.now();
  let eventsSoFar = 0;
  for (let pageToken: string | undefined; ; ) {
    const page = await withAccessToken(app, target.connectionId, (accessToken) => calendar.listEvents(accessToken, target.externalId, { ...query, ...(pageToken !== undefined && { pageToken }) }));
    const timeZone = isTimeZone(page.timeZone) ? page.timeZone : target.timeZone;
    const isLast = page.nextPageToken === null;
    eventsSoFar += page.events.length;
    const isCommitted = await commitPage(app, { ...target, timeZone }, page.events, {
      seen: "syncToken" in query ? null : seen,
      eventsSoFar,
      // All-day events move with the calendar's zone, and no change tells of them.
      finish: isLast ? { syncToken: page.nextSyncToken, previousToken: target.syncToken, startedAt, readsAgain: "syncToken" in query && timeZone !== target.timeZone } : null,
    });
    if (!isCommitted || isLast) return;
    pageToken = page.nextPageToken ?? undefined;
  }
}

const findTarget = (app: AppContext, calendarId: string): Promise<(PageTarget & { lastReadAt: Date | null }) | null> =>
  app.db.calendar.findFirst({
    where: { id: calendarId, ...LISTENED, goneAt: null, connection: { status: "ACTIVE", access: { not: "LINK" } } },
    select: { id: true, providerId: true, organizationId: true, connectionId: true, externalId: true, timeZone: true, readsBusy: true, busyKinds: true, syncToken: true, generation: true, lastReadAt: true },
  });
