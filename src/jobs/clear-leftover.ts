import { z } from "zod";
import { clearLeftover as clear } from "@/application/calendar/clear-leftover";
import { defineJob } from "./define-job";

export const clearLeftover = defineJob("calendar.clear-leftover", z.object({ leftoverId: z.uuid() }), (app, { leftoverId }) => clear(app, leftoverId));
