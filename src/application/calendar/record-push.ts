import { finishBatch } from "@/application/calendar-batch/finish-batch";
import { flagEdit, overrideEdit, withdrawEdit } from "@/application/calendar-edits/edit-rows";
import { receiveEvents } from "@/application/calendar-edits/receive-events";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { IntegrationError } from "@/application/shared/errors";
import { inTransaction } from "@/application/shared/transaction";
import type { Tx } from "@/platform/db";
import { calendarQueue } from "./calendar-queue";
import { requestClearing } from "./clear-leftover";
import { explainFailure, isFinal } from "./explain-failure";
import type { PushFacts } from "./load-push-facts";
import { failMeetLink, fallBackToSpace, recordMeet } from "./record-meet";
import type { PushOutcome } from "./write-event";

/**
 * Records what now stands in Google, or that a person's edit there comes first. A booking that changed meanwhile is
 * pushed again; one whose calendar was disconnected stays pending.
 */
export async function recordPush(app: AppContext, pushed: PushFacts, outcome: PushOutcome): Promise<void> {
  const { seriesId, providerId } = pushed.booking;
  await inTransaction(app, async (tx) => {
    const standing = await lockLink(tx, pushed);
    if (standing === "elsewhere" || pushed.calendar === null) return;
    const isCurrent = standing === "current";
    const settled = outcome.kind === "removed" ? ("REMOVED" as const) : ("SYNCED" as const);
    const { batchId } = await tx.calendarEventLink.update({ where: { seriesId }, data: { ...written(pushed, outcome), state: isCurrent ? settled : "PENDING", lastError: null, attempts: 0 }, select: { batchId: true } });
    if (outcome.kind === "edited") await receiveEvents(app, tx, pushed.calendar.id, [outcome.remote]);
    if (outcome.kind === "written") await closeOverwritten(app, tx, pushed, outcome);
    // Nothing is left to be asked about.
    if (outcome.kind === "removed") await withdrawEdit(tx, seriesId);
    if (!isCurrent) return enqueue(tx, "calendar.push-event", { seriesId }, { key: `push:${seriesId}`, queue: calendarQueue(providerId) });
    await requestClearing(tx, seriesId, providerId);
    if (batchId !== null) await finishBatch(app, tx, batchId);
    if (outcome.kind !== "written") return;
    if (outcome.isMeetRefused) await fallBackToSpace(app, tx, pushed.booking, "This calendar allows no Meet links.");
    else await recordMeet(app, tx, pushed.booking, outcome.remote.meet);
  });
}

/** What a person did in Google and we have written over, or found taken back, waits no longer. */
async function closeOverwritten(app: AppContext, tx: Tx, { booking }: PushFacts, { operations, isTimeWritten }: PushOutcome & { kind: "written" }): Promise<void> {
  for (const operation of operations) {
    if (operation.do === "withdraw") await withdrawEdit(tx, booking.seriesId);
    if (operation.do === "flag") await flagEdit(app, tx, booking, operation.edit, operation.because);
  }
  if (isTimeWritten) await overrideEdit(app, tx, booking.seriesId);
}

function written({ booking }: PushFacts, outcome: PushOutcome) {
  switch (outcome.kind) {
    case "written":
      return { etag: outcome.remote.etag, syncedVersion: booking.version, baseStartsAt: new Date(booking.startsAt), baseEndsAt: new Date(booking.endsAt), writtenTexts: outcome.texts };
    case "removed":
      return { etag: null, syncedVersion: null, baseStartsAt: null, baseEndsAt: null };
    case "edited":
      // Nothing is written until the edit is settled; whatever becomes of it asks for a push of its own.
      return { syncedVersion: booking.version };
  }
}

/** Records a failed try: visible at once, and for good when trying again cannot help. */
export async function recordPushFailure(app: AppContext, pushed: PushFacts, error: IntegrationError): Promise<void> {
  const { seriesId } = pushed.booking;
  await inTransaction(app, async (tx) => {
    const standing = await lockLink(tx, pushed);
    if (standing === "elsewhere") return;
    const isCurrent = standing === "current";
    const lastError = explainFailure(error);
    const isRefused = isFinal(error) && isCurrent;
    const { batchId } = await tx.calendarEventLink.update({ where: { seriesId }, data: { attempts: { increment: 1 }, lastError, ...(isRefused && { state: "FAILED" }) }, select: { batchId: true } });
    if (isRefused) await failMeetLink(app, tx, seriesId, lastError);
    if (isRefused && batchId !== null) await finishBatch(app, tx, batchId);
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
