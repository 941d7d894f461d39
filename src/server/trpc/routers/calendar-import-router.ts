import { z } from "zod";
import { ImportView, StartImportInput } from "@/application/calendar-import/import-schemas";
import { listImports } from "@/application/calendar-import/list-imports";
import { startImport } from "@/application/calendar-import/start-import";
import { stopImport } from "@/application/calendar-import/stop-import";
import { ScheduleScope } from "@/application/schedule/schedule-schemas";
import { router, staffProcedure } from "../init";

/** Making bookings of what stands in a calendar. */
export const calendarImportRouter = router({
  list: staffProcedure.input(ScheduleScope).output(z.array(ImportView)).query(({ ctx, input }) => listImports(ctx.app, input.providerId)),
  start: staffProcedure.input(StartImportInput).output(z.object({ importId: z.uuid() })).mutation(({ ctx, input }) => startImport(ctx.app, input)),
  stop: staffProcedure.input(ScheduleScope).mutation(({ ctx, input }) => stopImport(ctx.app, input.providerId)),
});
