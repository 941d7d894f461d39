import { z } from "zod";
import { startConnection as start } from "@/application/calendar/start-connection";
import { defineJob } from "./define-job";

export const startConnection = defineJob("calendar.start-connection", z.object({ connectionId: z.uuid() }), (app, { connectionId }) => start(app, connectionId));
