import type { AppContext } from "@/application/shared/context";
import { AppError } from "@/application/shared/errors";
import { answerCalendarEdit } from "./answer-calendar-edit";
import type { AnsweredEdits, AnswerEditsInput } from "./calendar-edit-schemas";

/** One answer to several changes made in Google, each in a transaction of its own; what was settled or changed meanwhile is passed over. Throws NOT_ALLOWED. */
export async function answerCalendarEdits(app: AppContext, { editIds, answer }: AnswerEditsInput): Promise<AnsweredEdits> {
  let answered = 0;
  for (const editId of editIds) {
    try {
      await answerCalendarEdit(app, { editId, answer });
      answered += 1;
    } catch (error) {
      if (!(error instanceof AppError) || (error.code !== "NOT_FOUND" && error.code !== "STATUS_CONFLICT")) throw error;
    }
  }
  return { answered };
}
