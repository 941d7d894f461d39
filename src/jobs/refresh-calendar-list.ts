import { z } from "zod";
import { refreshCalendarList as refresh } from "@/application/calendar/refresh-calendar-list";
import { defineJob } from "./define-job";

export const refreshCalendarList = defineJob("calendar.refresh-list", z.object({ connectionId: z.uuid() }), (app, { connectionId }) => refresh(app, connectionId));
