"use client";

import { useEffect, useState } from "react";
import { zodResolver } from "@hookform/resolvers/zod";
import { useForm, useWatch, type FieldErrors } from "react-hook-form";
import type { Channel, VisitMode } from "@/application/shared/common-schemas";
import type { Refusal } from "@/features/api/refusal";
import { Checkbox } from "@/ui/checkbox";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { Textarea } from "@/ui/textarea";
import type { DetailsDraft } from "./details-draft";
import { detailsSchema, FIELD_NAMES, isFieldName, problemInWords, type Details, type FieldName } from "./details-schema";

const CHANNELS: readonly { channel: Channel; label: string }[] = [
  { channel: "EMAIL", label: "E-mail" },
  { channel: "SMS", label: "SMS" },
  { channel: "WHATSAPP", label: "WhatsApp" },
];

const FIELD_IDS = { "patient.name": "details-name", "patient.email": "details-email", "patient.phone": "details-phone", reason: "details-reason", channels: "details-channels" } as const satisfies Record<FieldName, string>;

type DetailsFormProps = {
  /** The form's id, for a submit button that stands elsewhere. */
  id: string;
  draft: DetailsDraft;
  /** Keeps what is typed when the patient goes back to the times. */
  onDraft: (draft: DetailsDraft) => void;
  mode: VisitMode;
  providerName: string;
  /** What the server said of the last attempt. */
  refusal: Refusal | null;
  onSubmit: (details: Details) => void;
};

/** Who comes and how to reach them. Default export because it is loaded when a time is chosen. */
export default function DetailsForm({ id, draft, onDraft, mode, providerName, refusal, onSubmit }: DetailsFormProps) {
  const [failedAttempts, setFailedAttempts] = useState(0);
  const { register, handleSubmit, subscribe, setError, control, formState } = useForm<DetailsDraft, unknown, Details>({
    defaultValues: draft,
    resolver: zodResolver(detailsSchema(mode)),
    shouldFocusError: false,
  });

  useEffect(() => subscribe({ formState: { values: true }, callback: ({ values }) => onDraft(values) }), [subscribe, onDraft]);
  useEffect(() => {
    for (const { field, message } of refusal?.fields ?? []) if (isFieldName(field)) setError(field, { message });
  }, [refusal, setError]);

  const isTexted = useWatch({ control, name: "channels" }).some((channel) => channel !== "EMAIL");
  const messages = messagesOf(formState.errors);
  const problems = Object.entries(messages).flatMap(([field, message]) => (isFieldName(field) ? [{ fieldId: FIELD_IDS[field], message }] : []));

  return (
    <form id={id} noValidate onSubmit={handleSubmit(onSubmit, () => setFailedAttempts((count) => count + 1))} className="grid gap-5">
      <ErrorSummary problems={problems} attempt={failedAttempts + (refusal?.fields.length ? 1 : 0)} />
      <Field id={FIELD_IDS["patient.name"]} label="Your name" error={messages["patient.name"]}>
        {(control) => <Input {...control} {...register("patient.name")} autoComplete="name" maxLength={200} />}
      </Field>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field id={FIELD_IDS["patient.email"]} label="E-mail" error={messages["patient.email"]}>
          {(control) => <Input {...control} {...register("patient.email")} required={false} type="email" inputMode="email" autoComplete="email" maxLength={254} />}
        </Field>
        <Field id={FIELD_IDS["patient.phone"]} label="Phone" optional={mode !== "PHONE"} error={messages["patient.phone"]}>
          {(control) => <Input {...control} {...register("patient.phone")} type="tel" inputMode="tel" autoComplete="tel" maxLength={40} />}
        </Field>
      </div>
      <fieldset id={FIELD_IDS.channels} tabIndex={-1} aria-describedby={messages.channels && "details-channels-error"}>
        <legend className="mb-1.5 font-medium">Tell me by</legend>
        <div className="flex flex-wrap gap-x-6 gap-y-1">
          {CHANNELS.map(({ channel, label }) => (
            <Checkbox key={channel} label={label} value={channel} {...register("channels")} aria-invalid={messages.channels ? true : undefined} />
          ))}
        </div>
        {isTexted && <p className="mt-1 text-sm text-muted">We text you a code first, so that nobody else’s number is texted.</p>}
        {messages.channels && (
          <p id="details-channels-error" className="mt-1 text-sm text-danger-ink">
            {messages.channels}
          </p>
        )}
      </fieldset>
      <Field id={FIELD_IDS.reason} label="Reason for the visit" optional hint={`Only ${providerName} sees this. It is in no message and no calendar.`} error={messages.reason}>
        {(control) => <Textarea {...control} {...register("reason")} maxLength={2000} />}
      </Field>
    </form>
  );
}

function messagesOf(errors: FieldErrors<DetailsDraft>): Partial<Record<FieldName, string>> {
  const raw: Partial<Record<FieldName, string | undefined>> = {
    "patient.name": errors.patient?.name?.message,
    "patient.email": errors.patient?.email?.message,
    "patient.phone": errors.patient?.phone?.message,
    channels: errors.channels?.message,
    reason: errors.reason?.message,
  };
  const entries = Object.keys(FIELD_NAMES).flatMap((field) => (isFieldName(field) && raw[field] ? [[field, problemInWords(field, raw[field])]] : []));
  return Object.fromEntries(entries);
}
