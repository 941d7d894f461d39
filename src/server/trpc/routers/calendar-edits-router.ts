import { z } from "zod";
import { answerCalendarEdit } from "@/application/calendar-edits/answer-calendar-edit";
import { answerCalendarEdits } from "@/application/calendar-edits/answer-calendar-edits";
import { AnswerEditInput, AnsweredEdits, AnswerEditsInput, CalendarEditView, EditPolicyView, SetEditPolicyInput } from "@/application/calendar-edits/calendar-edit-schemas";
import { getEditPolicy } from "@/application/calendar-edits/get-edit-policy";
import { listCalendarEdits } from "@/application/calendar-edits/list-calendar-edits";
import { setEditPolicy } from "@/application/calendar-edits/set-edit-policy";
import { CalendarScope } from "@/application/calendar/calendar-schemas";
import { router, staffProcedure } from "@/server/trpc/init";

/** What people change in Google about the events of bookings, and what that shall mean. */
export const calendarEditsRouter = router({
  list: staffProcedure.input(CalendarScope).output(z.array(CalendarEditView)).query(({ ctx, input }) => listCalendarEdits(ctx.app, input.providerId)),
  answer: staffProcedure.input(AnswerEditInput).mutation(({ ctx, input }) => answerCalendarEdit(ctx.app, input)),
  answerMany: staffProcedure.input(AnswerEditsInput).output(AnsweredEdits).mutation(({ ctx, input }) => answerCalendarEdits(ctx.app, input)),
  policy: staffProcedure.input(CalendarScope).output(EditPolicyView).query(({ ctx, input }) => getEditPolicy(ctx.app, input.providerId)),
  setPolicy: staffProcedure.input(SetEditPolicyInput).mutation(({ ctx, input }) => setEditPolicy(ctx.app, input)),
});
