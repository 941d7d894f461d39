import { readBusyKinds } from "@/domain/calendar-sync/busy-kinds";
import type { Calendar } from "@/generated/prisma/client";
import type { CalendarConnectionView, CalendarView } from "./calendar-schemas";

type Problem = CalendarConnectionView["problems"][number];

/** How one calendar stands. `now` is epoch ms, `pauseMs` the longest between two reads. */
export function toCalendarView(calendar: Calendar, now: number, pauseMs: number): CalendarView {
  const latest = Math.max(calendar.lastReadAt?.getTime() ?? 0, calendar.lastErrorAt?.getTime() ?? 0);
  const isListened = calendar.readsBusy || calendar.receivesBookings;
  const nextCheck = latest === 0 ? now : latest + pauseMs;
  return {
    id: calendar.id,
    name: calendar.name,
    timeZone: calendar.timeZone,
    readsBusy: calendar.readsBusy,
    receivesBookings: calendar.receivesBookings,
    canWrite: calendar.canWrite && calendar.goneAt === null,
    busyKinds: readBusyKinds(calendar.busyKinds),
    lastReadAt: calendar.lastReadAt?.toISOString() ?? null,
    firstReadEvents: isListened && calendar.lastReadAt === null ? calendar.firstReadEvents : null,
    lastPushAt: calendar.lastPushAt?.toISOString() ?? null,
    channelExpiresAt: calendar.channelId === null ? null : (calendar.channelExpiresAt?.toISOString() ?? null),
    nextCheckAt: isListened ? new Date(nextCheck).toISOString() : null,
    problem: problemOfCalendar(calendar),
  };
}

/** The worst thing first. */
function problemOfCalendar(calendar: Calendar): Problem | null {
  if (calendar.receivesBookings && calendar.goneAt !== null) return { sentence: "Bookings go to this calendar, but it is not in the account any more. Choose another one, and all coming visits appear there.", fix: "choose-target" };
  if (calendar.receivesBookings && !calendar.canWrite) return { sentence: "Bookings go to this calendar, but Google lets us only read it now. Choose another one, or ask its owner for the right to make changes to events.", fix: "choose-target" };
  if (calendar.lastError === null) return null;
  return { sentence: calendar.lastError, fix: calendar.goneAt === null ? "wait" : "stop-reading" };
}
