import { z } from "zod";
import { pushBookingToCalendar } from "@/application/calendar/push-booking-to-calendar";
import { defineJob } from "./define-job";

export const pushEvent = defineJob("calendar.push-event", z.object({ seriesId: z.uuid() }), (app, { seriesId }) => pushBookingToCalendar(app, seriesId));
