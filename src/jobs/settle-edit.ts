import { z } from "zod";
import { settleCalendarEdit } from "@/application/calendar-edits/settle-calendar-edit";
import { defineJob } from "./define-job";

export const settleEdit = defineJob("calendar.settle-edit", z.object({ editId: z.uuid() }), (app, { editId }) => settleCalendarEdit(app, editId));
