import { z } from "zod";
import { readCalendarLink } from "@/application/calendar-links/read-calendar-link";
import { settleWaits } from "@/application/calendar-outage/settle-waits";
import { syncCalendar as readChanges } from "@/application/calendar/sync-calendar";
import { defineJob } from "./define-job";

/** Reads a calendar in the way its connection is read; each of the two leaves the other's alone. What waited for it is decided then. */
export const syncCalendar = defineJob("calendar.sync", z.object({ calendarId: z.uuid() }), async (app, { calendarId }) => {
  await readChanges(app, calendarId);
  await readCalendarLink(app, calendarId);
  // The sweep settles too, and tells what cannot be settled: the calendar need not be read again for it.
  await settleWaits(app, calendarId).catch((error: unknown) => app.log.error({ err: error, calendarId }, "what waited for a calendar could not be settled yet"));
});
