import { z } from "zod";
import { runImport } from "@/application/calendar-import/run-import";
import { defineJob } from "./define-job";

export const importCalendar = defineJob("calendar.import", z.object({ importId: z.uuid() }), (app, { importId }) => runImport(app, importId));
