import type { WriteTo } from "@/application/shared/changes";
import { dequeue, enqueue } from "@/application/shared/enqueue";
import { reminderLadder } from "@/domain/messages/reminder-ladder";
import { readReminders, type ReminderColumns } from "@/domain/messages/reminder-step";

const reminderKey = (seriesId: string, minutesBefore: number) => `remind:${seriesId}:${minutesBefore}`;

interface RemindedBooking extends ReminderColumns {
  readonly seriesId: string;
  readonly startsAt: Date;
  readonly patientTimeZone: string;
}

/**
 * Schedules the reminders of a series in the caller's transaction, replacing those it had: call it again after a move.
 * A reminder whose time has passed (`now`, epoch ms) is not scheduled, and a waiting one under its key is removed.
 */
export async function scheduleReminders(to: WriteTo, booking: RemindedBooking, now: number): Promise<void> {
  const ladder = reminderLadder({ startsAt: booking.startsAt.getTime(), timeZone: booking.patientTimeZone, reminders: readReminders(booking) }, now);
  for (const minutesBefore of new Set(booking.reminderMinutes)) {
    const rung = ladder.find((candidate) => candidate.minutesBefore === minutesBefore);
    const key = reminderKey(booking.seriesId, minutesBefore);
    if (rung) await enqueue(to, "messages.remind", { seriesId: booking.seriesId, minutesBefore }, { runAt: rung.sendAt, key });
    else await dequeue(to, key);
  }
}

/** Removes the waiting reminders of a series in the caller's transaction. */
export async function dropReminders(to: WriteTo, booking: { readonly seriesId: string; readonly reminderMinutes: readonly number[] }): Promise<void> {
  for (const minutesBefore of new Set(booking.reminderMinutes)) await dequeue(to, reminderKey(booking.seriesId, minutesBefore));
}
