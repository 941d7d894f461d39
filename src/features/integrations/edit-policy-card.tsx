"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { LONGEST_UNDO_SECONDS, type EditPolicyView, type SetEditPolicyInput } from "@/application/calendar-edits/calendar-edit-schemas";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { NativeSelect } from "@/ui/native-select";
import { RadioCardGroup } from "@/ui/radio-card-group";
import { Skeleton } from "@/ui/skeleton";
import { showToast } from "@/ui/toast";

const inWords = (seconds: number) => (seconds === 0 ? "at once" : seconds % 60 === 0 ? `after ${seconds / 60} ${seconds === 60 ? "minute" : "minutes"}` : `after ${seconds} seconds`);

type Choice = Pick<SetEditPolicyInput, "answer" | "impossible" | "followsLength" | "undoSeconds">;

const WINDOWS = [0, 60, 120, 300, 600, 900, LONGEST_UNDO_SECONDS];

/** What a change made in Google does to a booking. Each choice counts at once. */
export function EditPolicyCard({ providerId }: { providerId: string }) {
  const trpc = useTRPC();
  const { data: policy, refetch } = useQuery(trpc.calendarEdits.policy.queryOptions({ providerId }));
  const save = useMutation(trpc.calendarEdits.setPolicy.mutationOptions({ onError: (error) => showToast({ tone: "danger", title: "Nothing was changed", detail: refusalOf(error).message }), onSettled: () => refetch() }));
  if (policy === undefined) return <Skeleton className="h-72" />;
  const shown = save.isPending ? { ...policy, ...save.variables } : policy;
  const choose = (choice: Partial<Choice>) => save.mutate({ providerId, answer: shown.answer, impossible: shown.impossible, followsLength: shown.followsLength, ...choice });
  return (
    <Card aria-labelledby="edit-policy-heading">
      <CardHeader headingId="edit-policy-heading" title="When you change a booking in Google" detail="You move or delete a visit's event in Google Calendar. Titles and notes are always yours to change." />
      <CardBody className="grid gap-5">
        {policy.canEdit ? <Choices shown={shown} choose={choose} /> : <p className="text-muted">{SUMMARY[policy.answer]} Only the provider and the clinic&apos;s managers change this.</p>}
      </CardBody>
    </Card>
  );
}

const SUMMARY: Readonly<Record<EditPolicyView["answer"], string>> = {
  FOLLOW_GOOGLE: "Changes made in Google count.",
  ASK_ME: "The provider is asked about each change.",
  KEEP_OURS: "What is booked here counts; events go back.",
};

/** What may be chosen, and what this installation waits when nothing was. */
const windowsWith = (seconds: number): number[] => [...new Set([...WINDOWS, seconds])].toSorted((a, b) => a - b);

function Choices({ shown, choose }: { shown: EditPolicyView; choose: (choice: Partial<Choice>) => void }) {
  const isAnswer = (value: string): value is Choice["answer"] => value in SUMMARY;
  return (
    <>
      <RadioCardGroup
        legend="What shall happen?"
        hideLegend
        value={shown.answer}
        onValueChange={(value) => isAnswer(value) && choose({ answer: value })}
        cards={[
          { value: "FOLLOW_GOOGLE", title: "Follow Google", detail: `The visit moves or is cancelled ${inWords(shown.undoSeconds)}, and the patient is told once. Taken back before that, nothing happens.` },
          { value: "ASK_ME", title: "Ask me", detail: "Nothing happens until you answer, by e-mail or in the schedule." },
          { value: "KEEP_OURS", title: "Keep what is booked", detail: "The event goes back to the booked time. The patient hears nothing." },
        ]}
      />
      {shown.answer === "FOLLOW_GOOGLE" && (
        <RadioCardGroup
          legend="If the new time is taken or outside your hours"
          value={shown.impossible}
          onValueChange={(value) => choose({ impossible: value === "MOVE_ANYWAY" ? "MOVE_ANYWAY" : "PUSH_BACK" })}
          cards={[
            { value: "PUSH_BACK", title: "Put the event back", detail: "It is noted beside the booking." },
            { value: "MOVE_ANYWAY", title: "Move the visit all the same", detail: "It is marked as booked over other time." },
          ]}
        />
      )}
      {shown.answer !== "KEEP_OURS" && (
        <Field label="A change counts" hint="Taken back before that, it leaves no trace. Until then the old time stays taken.">
          {(control) => (
            <NativeSelect {...control} className="max-w-56" value={shown.undoSeconds} onChange={(event) => choose({ undoSeconds: Number(event.target.value) })}>
              {windowsWith(shown.undoSeconds).map((seconds) => (
                <option key={seconds} value={seconds}>
                  {inWords(seconds)}
                </option>
              ))}
            </NativeSelect>
          )}
        </Field>
      )}
      {shown.answer !== "KEEP_OURS" && <Checkbox label="A longer or shorter event changes the visit's length" checked={shown.followsLength} onChange={(event) => choose({ followsLength: event.target.checked })} />}
    </>
  );
}
