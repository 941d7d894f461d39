import { calendarQueue } from "@/application/calendar/calendar-queue";
import type { Changes } from "@/application/shared/changes";
import type { AppContext } from "@/application/shared/context";
import { enqueue } from "@/application/shared/enqueue";
import { readCalendars, type Readings } from "./readings";

/** Has every calendar read once more that may well answer, so that a request waits no longer than it must. One that has failed is tried again anyway. */
export async function awaitCalendars(app: Pick<AppContext, "ports" | "config">, changes: Changes, readings: Readings): Promise<void> {
  for (const { id: calendarId, ownerId, isConnected, hasFailed } of readCalendars(app, readings)) {
    if (isConnected && !hasFailed) await enqueue(changes, "calendar.sync", { calendarId }, { key: `sync:${calendarId}`, queue: calendarQueue(ownerId) });
  }
}
