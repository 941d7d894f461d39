"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { WordingFields } from "@/application/message-look/look-schemas";
import type { Language } from "@/domain/messages/language";
import { WORDED_BY_CLINIC, WORDING_FIELDS, type WordingField } from "@/domain/messages/wording";
import type { WordedTemplate } from "@/domain/messages/words/message-words";
import { refusalOf } from "@/features/api/refusal";
import { useTRPC } from "@/features/api/trpc-client";
import { MESSAGE_LANGUAGES } from "@/features/messages/message-languages";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { ConfirmDialog } from "@/ui/confirm-dialog";
import { ErrorSummary } from "@/ui/error-summary";
import { Form } from "@/ui/form";
import { NativeSelect } from "@/ui/native-select";
import { Skeleton } from "@/ui/skeleton";
import { showToast } from "@/ui/toast";
import { LanguageChoice } from "./language-choice";
import { FIELD_LABELS, WordingInput, wordingInputId } from "./wording-input";

const OURS: WordingFields = { greeting: "", intro: "", closing: "", sms: "" };

type WordingCardProps = {
  organizationId: string;
  message: WordedTemplate;
  language: Language;
  /** What is not saved yet. */
  draft: WordingFields | undefined;
  onDraft: (draft: WordingFields | undefined) => void;
  onChoose: (chosen: { message?: WordedTemplate; language?: Language }) => void;
};

/** A clinic's own sentences for one message in one language. */
export function WordingCard({ organizationId, message, language, draft, onDraft, onChoose }: WordingCardProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const [attempt, setAttempt] = useState(0);
  const [isAsking, setIsAsking] = useState(false);
  const where = { organizationId, template: message, language };
  const list = useQuery(trpc.messageLook.wordings.queryOptions({ organizationId }));
  const wording = useQuery(trpc.messageLook.wording.queryOptions(where));
  const save = useMutation(
    trpc.messageLook.setWording.mutationOptions({
      onSuccess: async (saved) => {
        queryClient.setQueryData(trpc.messageLook.wording.queryKey(where), saved);
        onDraft(undefined);
        setAttempt(0);
        setIsAsking(false);
        showToast({ title: saved.isOwn ? "Words saved" : "Back to our words", detail: "They count from the next message on." });
        await queryClient.invalidateQueries({ queryKey: trpc.messageLook.pathKey() });
      },
      onError: () => setIsAsking(false),
    }),
  );
  const refusal = save.error ? refusalOf(save.error) : null;
  const languageName = MESSAGE_LANGUAGES.find(([tag]) => tag === language)?.[1] ?? language;
  const fields = draft ?? wording.data?.fields ?? OURS;
  // What was refused is said of the text that was refused, not of what stands there since.
  const problemOf = (field: WordingField) => (save.variables?.[field] === fields[field] ? refusal?.fields.find((one) => one.field === field)?.message : undefined);
  const submit = (texts: WordingFields) => {
    setAttempt((count) => count + 1);
    save.mutate({ ...where, ...texts });
  };
  return (
    <Card aria-labelledby={`${id}-title`}>
      <CardHeader headingId={`${id}-title`} title="Words" detail="Where a field is empty, patients read ours. Nothing about health belongs here." />
      <CardBody className="grid gap-5">
        <div className="flex flex-wrap gap-2">
          <label className="min-w-0 grow">
            <span className="sr-only">Message</span>
            <NativeSelect value={message} onChange={({ target: { value } }) => onChoose({ message: WORDED_BY_CLINIC.find((one) => one === value) })}>
              {(list.data ?? [{ template: message, title: message, own: [] }]).map(({ template, title, own }) => (
                <option key={template} value={template}>
                  {own.length === 0 ? title : `${title} (own: ${own.join(", ")})`}
                </option>
              ))}
            </NativeSelect>
          </label>
          <LanguageChoice language={language} onChange={(chosen) => onChoose({ language: chosen })} />
        </div>
        {wording.error && !wording.data && (
          <Alert tone="danger" announce="polite" title="These words could not be read" action={<Button size="sm" onClick={() => void wording.refetch()}>Try again</Button>}>
            {refusalOf(wording.error).message}
          </Alert>
        )}
        {!wording.data && !wording.error && <Skeleton className="h-96" />}
        {wording.data && (
          <Form className="grid gap-5" onSubmit={() => submit(fields)}>
            <ErrorSummary attempt={attempt} problems={summaryOf(problemOf)} />
            {refusal && refusal.fields.length === 0 && (
              <Alert tone="danger" announce="assertive" title="Nothing was saved">
                {refusal.message}
              </Alert>
            )}
            {WORDING_FIELDS.map((field) => (
              <WordingInput key={field} field={field} message={message} language={language} view={wording.data} text={fields[field]} refusal={problemOf(field)} onChange={(text) => onDraft({ ...fields, [field]: text })} />
            ))}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="primary" loading={save.isPending && !isAsking && "Saving…"}>
                Save the words
              </Button>
              {draft && (
                <Button variant="quiet" onClick={() => onDraft(undefined)}>
                  Undo my changes
                </Button>
              )}
              {wording.data.isOwn && (
                <Button variant="quiet" onClick={() => setIsAsking(true)}>
                  Back to our words
                </Button>
              )}
            </div>
          </Form>
        )}
        <ConfirmDialog
          open={isAsking}
          onOpenChange={setIsAsking}
          title="Back to our words?"
          consequence={`Your sentences of this message in ${languageName} are removed. From the next message on patients read ours.`}
          confirmLabel="Remove my sentences"
          working={save.isPending && "Removing…"}
          onConfirm={() => submit(OURS)}
        />
      </CardBody>
    </Card>
  );
}

const summaryOf = (problemOf: (field: WordingField) => string | undefined) =>
  WORDING_FIELDS.flatMap((field) => {
    const problem = problemOf(field);
    return problem === undefined ? [] : [{ fieldId: wordingInputId(field), message: `${FIELD_LABELS[field]}: ${problem}` }];
  });

