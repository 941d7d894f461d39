import { z } from "zod";
import { renewChannel as renew } from "@/application/calendar/renew-channel";
import { defineJob } from "./define-job";

export const renewChannel = defineJob("calendar.renew-channel", z.object({ calendarId: z.uuid() }), (app, { calendarId }) => renew(app, calendarId));
