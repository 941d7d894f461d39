import type { WriteTo } from "@/application/shared/changes";
import { dequeue, enqueue } from "@/application/shared/enqueue";

const MINUTE_MS = 60_000;

const reminderKey = (seriesId: string, minutesBefore: number) => `remind:${seriesId}:${minutesBefore}`;

/**
 * Schedules the reminders of a series in the caller's transaction, replacing those it had: call it again after a move.
 * A reminder whose time has passed (`now`, epoch ms) is not scheduled, and a waiting one under its key is removed.
 */
export async function scheduleReminders(to: WriteTo, booking: { seriesId: string; startsAt: Date; reminderMinutes: number[] }, now: number): Promise<void> {
  for (const minutesBefore of new Set(booking.reminderMinutes)) {
    const runAt = booking.startsAt.getTime() - minutesBefore * MINUTE_MS;
    const key = reminderKey(booking.seriesId, minutesBefore);
    if (runAt > now) await enqueue(to, "messages.remind", { seriesId: booking.seriesId, minutesBefore }, { runAt, key });
    else await dequeue(to, key);
  }
}

/** Removes the waiting reminders of a series in the caller's transaction. */
export async function dropReminders(to: WriteTo, booking: { seriesId: string; reminderMinutes: number[] }): Promise<void> {
  for (const minutesBefore of new Set(booking.reminderMinutes)) await dequeue(to, reminderKey(booking.seriesId, minutesBefore));
}
