import { addException } from "@/application/schedule/add-exception";
import { addHoliday } from "@/application/schedule/add-holiday";
import { checkTime } from "@/application/schedule/check-time";
import { getSchedule } from "@/application/schedule/get-schedule";
import { listSchedules } from "@/application/schedule/list-schedules";
import { previewSchedule } from "@/application/schedule/preview-schedule";
import { removeException } from "@/application/schedule/remove-exception";
import { removeHoliday } from "@/application/schedule/remove-holiday";
import { saveWeeklyHours } from "@/application/schedule/save-weekly-hours";
import { scheduleRange } from "@/application/schedule/schedule-range";
import {
  AddExceptionInput,
  AddHolidayInput,
  CheckTimeInput,
  PreviewScheduleInput,
  RemoveExceptionInput,
  RemoveHolidayInput,
  SaveWeeklyHoursInput,
  SchedulePreview,
  ScheduleRangeInput,
  ScheduleRangeView,
  ScheduleScope,
  ScheduleView,
  TimeCheck,
} from "@/application/schedule/schedule-schemas";
import { router, staffProcedure } from "../init";

export const scheduleRouter = router({
  owners: staffProcedure.query(({ ctx }) => listSchedules(ctx.app)),
  get: staffProcedure.input(ScheduleScope).output(ScheduleView).query(({ ctx, input }) => getSchedule(ctx.app, input)),
  range: staffProcedure.input(ScheduleRangeInput).output(ScheduleRangeView).query(({ ctx, input }) => scheduleRange(ctx.app, input)),
  preview: staffProcedure.input(PreviewScheduleInput).output(SchedulePreview).query(({ ctx, input }) => previewSchedule(ctx.app, input)),
  checkTime: staffProcedure.input(CheckTimeInput).output(TimeCheck).query(({ ctx, input }) => checkTime(ctx.app, input)),
  saveWeeklyHours: staffProcedure.input(SaveWeeklyHoursInput).mutation(({ ctx, input }) => saveWeeklyHours(ctx.app, input)),
  addException: staffProcedure.input(AddExceptionInput).mutation(({ ctx, input }) => addException(ctx.app, input)),
  removeException: staffProcedure.input(RemoveExceptionInput).mutation(({ ctx, input }) => removeException(ctx.app, input)),
  addHoliday: staffProcedure.input(AddHolidayInput).mutation(({ ctx, input }) => addHoliday(ctx.app, input)),
  removeHoliday: staffProcedure.input(RemoveHolidayInput).mutation(({ ctx, input }) => removeHoliday(ctx.app, input)),
});
