import { z } from "zod";
import { lookAtEvent as look } from "@/application/calendar-edits/look-at-event";
import { defineJob } from "./define-job";

export const lookAtEvent = defineJob("calendar.look-at-event", z.object({ seriesId: z.uuid() }), (app, { seriesId }) => look(app, seriesId));
