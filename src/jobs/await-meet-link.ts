import { z } from "zod";
import { awaitMeetLink as lookAgain } from "@/application/calendar/await-meet-link";
import { defineJob } from "./define-job";

export const awaitMeetLink = defineJob("calendar.await-meet-link", z.object({ seriesId: z.uuid() }), (app, { seriesId }) => lookAgain(app, seriesId));
