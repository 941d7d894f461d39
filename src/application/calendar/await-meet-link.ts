import { receiveEvents } from "@/application/calendar-edits/receive-events";
import type { AppContext } from "@/application/shared/context";
import { IntegrationError } from "@/application/shared/errors";
import type { RemoteEvent } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import { explainFailure, isFinal, isWorthRetrying } from "./explain-failure";
import { loadPushFacts, type PushFacts } from "./load-push-facts";
import { awaitMeet, failMeetLink, fallBackToSpace, NOT_MADE, readyMeetLink } from "./record-meet";
import { withAccessToken } from "./with-access-token";

const PATIENCE_MS = 2 * 60_000;
const LONGEST_PAUSE_MS = 30_000;

/** Asks Google once more for a Meet link under way; the pauses double. Given up after two minutes, visibly. */
export async function awaitMeetLink(app: AppContext, seriesId: string): Promise<void> {
  const facts = await loadPushFacts(app.db, seriesId);
  const link = await app.db.meetLink.findUnique({ where: { seriesId } });
  const { calendar } = app.ports;
  if (facts?.calendar?.connectionStatus !== "ACTIVE" || calendar === null || link?.state !== "PENDING" || link.source !== "CALENDAR") return;
  const { id: calendarId, connectionId, externalId } = facts.calendar;
  try {
    const event = await withAccessToken(app, connectionId, (accessToken) => calendar.getEvent(accessToken, externalId, facts.link.eventId));
    await recordLook(app, facts.booking, calendarId, event, link.updatedAt.getTime());
  } catch (error) {
    if (!(error instanceof IntegrationError) || isWorthRetrying(error)) throw error;
    if (isFinal(error)) await inTransaction(app, (tx) => failMeetLink(app, tx, seriesId, explainFailure(error)));
  }
}

async function recordLook(app: AppContext, booking: PushFacts["booking"], calendarId: string, event: RemoteEvent, since: number): Promise<void> {
  const now = app.clock.now();
  const { meet } = event;
  await inTransaction(app, async (tx) => {
    // A finished link is a new version of the event: known at once, it is in nobody's way at the next write.
    await receiveEvents(app, tx, calendarId, [event]);
    if (meet?.state === "ready" && meet.url !== null) return readyMeetLink(app, tx, booking, { url: meet.url });
    if (meet?.state === "failed") return fallBackToSpace(app, tx, booking, NOT_MADE);
    if (now - since >= PATIENCE_MS) return failMeetLink(app, tx, booking.seriesId, "Google made no Meet link within two minutes.");
    return awaitMeet(tx, booking, now + Math.min(Math.max(now - since, 1_000), LONGEST_PAUSE_MS));
  });
}
