import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { equalsInConstantTime, hashToken } from "@/platform/crypto";
import { calendarQueue, ownerIdOf } from "./calendar-queue";

/** After a read, pushes wait this long, so that a burst of changes ends in one more read instead of one each. */
const SETTLE_MS = 1_500;

export interface CalendarPush {
  readonly channelId: string;
  readonly token: string;
  /** "sync" greets a new channel; anything else says that something changed. */
  readonly resourceState: string;
}

export type PushVerdict = "accepted" | "ignored" | "refused";

/**
 * Takes a push as a hint to read the calendar it belongs to. `ignored`: a channel we no longer use. `refused`: the token
 * is not the one we gave Google for this channel. Says nothing about what changed; the read does.
 */
export async function receiveCalendarPush(app: AppContext, push: CalendarPush): Promise<PushVerdict> {
  if (push.channelId === "" || push.channelId.length > 64) return "ignored";
  const calendar = await app.db.calendar.findUnique({ where: { channelId: push.channelId }, select: { id: true, providerId: true, organizationId: true, channelTokenHash: true, lastReadAt: true } });
  if (calendar?.channelTokenHash == null) return "ignored";
  if (!equalsInConstantTime(hashToken(push.token), calendar.channelTokenHash)) return "refused";
  if (push.resourceState === "sync") return "accepted";
  const now = app.clock.now();
  const runAt = Math.max(now, (calendar.lastReadAt?.getTime() ?? 0) + SETTLE_MS);
  await app.db.$transaction(async (tx) => {
    await tx.calendar.update({ where: { id: calendar.id }, data: { lastPushAt: new Date(now) } });
    await enqueue(tx, "calendar.sync", { calendarId: calendar.id }, { runAt, key: `sync:${calendar.id}`, keepRunAt: true, queue: calendarQueue(ownerIdOf(calendar)) });
  });
  return "accepted";
}
