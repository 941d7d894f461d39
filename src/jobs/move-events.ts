import { z } from "zod";
import { moveEvents as move } from "@/application/calendar/move-events";
import { defineJob } from "./define-job";

export const moveEvents = defineJob("calendar.move-events", z.object({ providerId: z.uuid() }), (app, { providerId }) => move(app, providerId));
