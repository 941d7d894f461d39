import { z } from "zod";
import { compareWithGoogle } from "@/application/sync-doctor/compare-with-google";
import { defineJob } from "./define-job";

export const compareCalendar = defineJob("calendar.compare", z.object({ calendarId: z.uuid() }), (app, { calendarId }) => compareWithGoogle(app, calendarId));
