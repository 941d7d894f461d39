"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { MOST_ANSWERED_AT_ONCE, type AnswerEditsInput, type CalendarEditView } from "@/application/calendar-edits/calendar-edit-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { showToast } from "@/ui/toast";
import { EditList } from "./edit-list";

type ManyDeletionsProps = { edits: readonly CalendarEditView[]; onOpen: (reference: string) => void };

type Answer = AnswerEditsInput["answer"];

/** Many visits were deleted in Google at once: nothing is cancelled until a person answers, for all of them or one by one. */
export function ManyDeletions({ edits, onOpen }: ManyDeletionsProps) {
  const [isAsking, setIsAsking] = useState(false);
  const { give, giving, done } = useAnswerAll(edits, () => setIsAsking(false));
  const count = edits.length;
  const working = (answer: Answer, words: string) => giving === answer && `${words} ${done} of ${count}…`;
  return (
    <Alert tone="pending" announce="polite" className="mb-4" title={`${count} visits were deleted in Google at once`}>
      <p>So that a calendar that was cleared or lost cancels nobody, all of them stand as they were. The patients have heard nothing.</p>
      <div className="my-3 flex flex-wrap gap-2">
        <Button size="sm" variant="primary" loading={working("put-back", "Putting back")} disabled={giving !== null} onClick={() => give("put-back")}>
          Put all {count} events back
        </Button>
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setIsAsking}
          trigger={<Button size="sm" disabled={giving !== null}>Cancel all {count} visits</Button>}
          title={`Cancel all ${count} visits?`}
          consequence="The patients are told that their visits are cancelled. That cannot be undone for all of them at once."
          confirmLabel={`Cancel ${count} visits`}
          cancelLabel="Keep them"
          tone="danger"
          working={working("accept", "Cancelling")}
          onConfirm={() => give("accept")}
        />
      </div>
      <EditList edits={edits} onOpen={onOpen} />
    </Alert>
  );
}

/** Gives one answer to all of `edits`, some at a time; what was answered stays answered when a later part fails. */
function useAnswerAll(edits: readonly CalendarEditView[], onSettled: () => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [done, setDone] = useState(0);
  const part = useMutation(trpc.calendarEdits.answerMany.mutationOptions());
  const all = useMutation({
    mutationFn: async (answer: Answer) => {
      const editIds = edits.map(({ id }) => id);
      let answered = 0;
      for (let from = 0; from < editIds.length; from += MOST_ANSWERED_AT_ONCE) {
        setDone(from);
        answered += (await part.mutateAsync({ editIds: editIds.slice(from, from + MOST_ANSWERED_AT_ONCE), answer })).answered;
      }
      return answered;
    },
    onSuccess: (answered, answer) => {
      const rest = edits.length - answered;
      const detail = rest > 0 ? `${rest} had been changed meanwhile and stay as they are now.` : undefined;
      showToast({ title: answer === "accept" ? `${answered} visits are cancelled. The patients are told.` : `${answered} events go back. No patient was told anything.`, ...(detail !== undefined && { detail }) });
    },
    onError: (error) => showToast({ tone: "danger", title: "Not all were answered", detail: `${refusalOf(error).message} What was answered counts; answer the rest again.` }),
    onSettled: async () => {
      onSettled();
      await queryClient.invalidateQueries();
    },
  });
  return { give: (answer: Answer) => all.mutate(answer), giving: all.isPending ? all.variables : null, done };
}
