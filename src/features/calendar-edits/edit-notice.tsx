"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CalendarEditView } from "@/application/calendar-edits/calendar-edit-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Countdown } from "@/ui/countdown";
import { showToast } from "@/ui/toast";

const ACCEPT: Readonly<Record<CalendarEditView["kind"], string | null>> = { move: "Move the visit", cancel: "Cancel the visit", restore: "Bring it back", unusable: null };
const DONE = { accept: "Done. The patient is told.", "put-back": "The event goes back to the booked time.", read: "Noted." } as const;

type EditNoticeProps = { edit: CalendarEditView; /** Reads again what shows the booking. */ onAnswered: () => Promise<void> };

/** What a person changed about a visit's event in Google, what becomes of it, and the two ways to decide that now. */
export function EditNotice({ edit, onAnswered }: EditNoticeProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const refresh = async () => {
    await Promise.all([onAnswered(), queryClient.invalidateQueries({ queryKey: trpc.calendarEdits.pathKey() })]);
  };
  const answer = useMutation(
    trpc.calendarEdits.answer.mutationOptions({
      onSuccess: (_nothing, given) => showToast({ title: DONE[given.answer] }),
      onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }),
      onSettled: refresh,
    }),
  );
  const give = (given: "accept" | "put-back" | "read") => answer.mutate({ editId: edit.id, answer: given });
  const working = (given: string) => answer.isPending && answer.variables.answer === given && "Working…";
  const accept = ACCEPT[edit.kind];
  const title = edit.sentence.replace(/\.$/, "");
  if (edit.state === "put-back") {
    return (
      <Alert tone="neutral" title={title} action={<Button size="sm" loading={working("read")} onClick={() => give("read")}>Got it</Button>}>
        {edit.because ?? "What is booked here counts."} The event goes back to the booked time, and the patient hears nothing.
      </Alert>
    );
  }
  return (
    <Alert tone="pending" announce="polite" title={title}>
      {edit.appliesAt !== null ? (
        <p>
          <Countdown endsAt={Date.parse(edit.appliesAt)} label={edit.asksFirst ? "You are asked in" : "Takes effect in"} className="mr-1" />
          <span>{edit.asksFirst ? "and nothing happens until you answer. You can answer now." : "and the patient is told then. Taken back in Google before that, nothing happens."}</span>
        </p>
      ) : (
        <p>
          {edit.because && `${edit.because} `}
          The booking stands as it was, and the patient has heard nothing. Which of the two is right?
        </p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        {accept !== null && (
          <Button size="sm" variant="primary" loading={working("accept")} disabled={answer.isPending} onClick={() => give("accept")}>
            {edit.state === "waiting" ? `${accept} now` : accept}
          </Button>
        )}
        <Button size="sm" loading={working("put-back")} disabled={answer.isPending} onClick={() => give("put-back")}>
          Put the event back
        </Button>
      </div>
    </Alert>
  );
}
