import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { IntegrationError } from "@/application/shared/errors";
import type { RemoteEvent } from "@/application/shared/ports";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { calendarQueue } from "./calendar-queue";
import { requestClearing } from "./clear-leftover";
import { explainFailure, isFinal } from "./explain-failure";
import type { PushFacts } from "./load-push-facts";
import { failMeetLink, recordMeet } from "./record-meet";

/** Records what now stands in Google (null: nothing). A booking that changed meanwhile is pushed again; one whose calendar was disconnected stays pending. */
export async function recordPush(app: AppContext, pushed: PushFacts, remote: RemoteEvent | null): Promise<void> {
  const { seriesId, providerId } = pushed.booking;
  await inTransaction(app, async (tx) => {
    const standing = await lockLink(tx, pushed);
    if (standing === "elsewhere") return;
    const isCurrent = standing === "current";
    await tx.calendarEventLink.update({
      where: { seriesId },
      data: {
        etag: remote?.etag ?? null,
        syncedVersion: remote === null ? null : pushed.booking.version,
        state: isCurrent ? (remote === null ? "REMOVED" : "SYNCED") : "PENDING",
        lastError: null,
        attempts: 0,
      },
    });
    if (!isCurrent) return enqueue(tx, "calendar.push-event", { seriesId }, { key: `push:${seriesId}`, queue: calendarQueue(providerId) });
    await requestClearing(tx, seriesId, providerId);
    if (remote !== null) await recordMeet(app, tx, pushed.booking, remote.meet);
  });
}

/** Records a failed try: visible at once, and for good when trying again cannot help. */
export async function recordPushFailure(app: AppContext, pushed: PushFacts, error: IntegrationError): Promise<void> {
  const { seriesId } = pushed.booking;
  await inTransaction(app, async (tx) => {
    const standing = await lockLink(tx, pushed);
    if (standing === "elsewhere") return;
    const isCurrent = standing === "current";
    const lastError = explainFailure(error);
    await tx.calendarEventLink.update({ where: { seriesId }, data: { attempts: { increment: 1 }, lastError, ...(isFinal(error) && isCurrent && { state: "FAILED" }) } });
    if (isFinal(error) && isCurrent) await failMeetLink(app, tx, seriesId, lastError);
  });
}

/**
 * Whether the series still is what was pushed; `elsewhere` when its calendar was disconnected meanwhile, so that the next
 * connection hears of it anew. Locks the link, as every request for an update and every disconnect does.
 */
async function lockLink(tx: Tx, { booking, calendar }: PushFacts): Promise<"current" | "changed" | "elsewhere"> {
  await tx.$queryRaw`SELECT id FROM calendar_event_link WHERE series_id = ${booking.seriesId}::uuid FOR UPDATE`;
  // A second statement: whoever waited for the lock must see what was committed meanwhile.
  const link = await tx.calendarEventLink.findUnique({ where: { seriesId: booking.seriesId }, select: { calendarId: true, booking: { select: { id: true, version: true, status: true } } } });
  if (link === null || link.calendarId !== calendar?.id) return "elsewhere";
  return link.booking.id === booking.id && link.booking.version === booking.version && link.booking.status === booking.status ? "current" : "changed";
}
