import { z } from "zod";
import { syncCalendar as readChanges } from "@/application/calendar/sync-calendar";
import { defineJob } from "./define-job";

export const syncCalendar = defineJob("calendar.sync", z.object({ calendarId: z.uuid() }), (app, { calendarId }) => readChanges(app, calendarId));
