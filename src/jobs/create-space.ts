import { z } from "zod";
import { createMeetSpace } from "@/application/calendar/create-meet-space";
import { defineJob } from "./define-job";

export const createSpace = defineJob("meet.create-space", z.object({ seriesId: z.uuid() }), (app, { seriesId }) => createMeetSpace(app, seriesId));
