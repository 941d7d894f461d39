import { announceMeetReady } from "@/application/messages/announce-change";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import type { RemoteEvent } from "@/application/shared/ports";
import type { Tx } from "@/platform/db";
import { calendarQueue } from "./calendar-queue";

const FIRST_LOOK_MS = 1_000;
/** Where Google tells us of changes, a link that is ready comes with the news of our own event: asking is for when it does not. */
const FIRST_LOOK_WHEN_TOLD_MS = 5_000;

export const NOT_MADE = "Google could not make a Meet link on the event.";

export interface MeetBooking {
  readonly id: string;
  readonly seriesId: string;
  readonly providerId: string;
  readonly version: number;
}

/** Records what the event says of a Meet link that is still awaited, and tells everyone once it is there. */
export async function recordMeet(app: AppContext, tx: Tx, booking: MeetBooking, meet: RemoteEvent["meet"]): Promise<void> {
  if (meet?.state === "ready" && meet.url !== null) return readyMeetLink(app, tx, booking, { url: meet.url });
  if (meet?.state === "failed") return fallBackToSpace(app, tx, booking, NOT_MADE);
  // `updatedAt` is when Google began: from here the two minutes count.
  const { count } = await tx.meetLink.updateMany({ where: { seriesId: booking.seriesId, state: "PENDING", source: "CALENDAR" }, data: { updatedAt: new Date(app.clock.now()) } });
  if (count > 0) await awaitMeet(tx, booking, app.clock.now() + ((await isToldOfChanges(app, tx, booking.providerId)) ? FIRST_LOOK_WHEN_TOLD_MS : FIRST_LOOK_MS));
}

const isToldOfChanges = async (app: AppContext, tx: Tx, providerId: string): Promise<boolean> =>
  (await tx.calendar.count({ where: { providerId, receivesBookings: true, channelId: { not: null }, channelExpiresAt: { gt: new Date(app.clock.now()) } } })) > 0;

/** The link is there: the change is written and announced together. Nothing when it was known already. */
export async function readyMeetLink(app: AppContext, tx: Tx, booking: MeetBooking, link: { url: string; spaceName?: string; source?: "SPACE" }): Promise<void> {
  const { count } = await tx.meetLink.updateMany({
    where: { seriesId: booking.seriesId, state: { not: "READY" } },
    data: { state: "READY", lastError: null, updatedAt: new Date(app.clock.now()), ...link },
  });
  if (count > 0) await announceMeetReady(tx, booking);
}

/** The event gets no link of its own: a Meet space is made instead, and its address written on the event. */
export async function fallBackToSpace(app: AppContext, tx: Tx, { seriesId, providerId }: MeetBooking, because: string): Promise<void> {
  const { count } = await tx.meetLink.updateMany({ where: { seriesId, state: "PENDING", source: "CALENDAR" }, data: { source: "SPACE", lastError: because, updatedAt: new Date(app.clock.now()) } });
  if (count > 0) await enqueue(tx, "meet.create-space", { seriesId }, { key: `space:${seriesId}`, queue: calendarQueue(providerId) });
}

export async function failMeetLink(app: AppContext, tx: Tx, seriesId: string, lastError: string): Promise<void> {
  await tx.meetLink.updateMany({ where: { seriesId, state: "PENDING" }, data: { state: "FAILED", lastError, updatedAt: new Date(app.clock.now()) } });
}

/** Looks at the event again at `runAt` (epoch ms). */
export const awaitMeet = (tx: Tx, booking: MeetBooking, runAt: number): Promise<void> =>
  enqueue(tx, "calendar.await-meet-link", { seriesId: booking.seriesId }, { runAt, key: `meet:${booking.seriesId}`, queue: calendarQueue(booking.providerId) });
