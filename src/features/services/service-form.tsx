"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm, useWatch, type FieldPath } from "react-hook-form";
import { ServiceFields, type ServiceDraft } from "@/application/services/service-schemas";
import type { VisitMode } from "@/application/shared/common-schemas";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { Checkbox } from "@/ui/checkbox";
import { ChipToggle } from "@/ui/chip-toggle";
import { ErrorSummary } from "@/ui/error-summary";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { NativeSelect } from "@/ui/native-select";
import { Textarea } from "@/ui/textarea";
import { CURRENCIES, LENGTHS, leadInWords, WINDOWS } from "./service-choices";
import { AfterVisitFields } from "./after-visit-fields";
import { PriceField } from "./price-field";
import { ReminderLadder } from "./reminder-ladder";

type ServiceFormProps = { formId: string; initial: ServiceFields; serverProblems: readonly { field: string; message: string }[]; onSubmit: (service: ServiceFields) => void };

const MODES = Object.keys(VISIT_MODE_WORDS) as VisitMode[];
const NUMBER = { valueAsNumber: true } as const;

/** Everything about a kind of visit, with the same limits the server keeps. */
export function ServiceForm({ formId, initial, serverProblems, onSubmit }: ServiceFormProps) {
  const { register, control, handleSubmit, formState } = useForm<ServiceDraft, unknown, ServiceFields>({ resolver: zodResolver(ServiceFields), defaultValues: initial, mode: "onTouched" });
  const { errors, submitCount } = formState;
  const currency = useWatch({ control, name: "currency" });
  const idOf = (field: FieldPath<ServiceDraft>) => `${formId}-${field.replaceAll(".", "-")}`;
  const errorOf = (field: keyof ServiceDraft): string | undefined => errors[field]?.message ?? errors[field]?.root?.message ?? serverProblems.find((problem) => problem.field === `service.${field}`)?.message;
  const problems = (Object.keys(initial) as (keyof ServiceFields)[]).flatMap((field) => {
    const message = errorOf(field);
    return message === undefined ? [] : [{ fieldId: idOf(field), message: `${LABELS[field]}: ${message}` }];
  });
  const choices = (field: "durationMinutes" | "bufferBeforeMinutes" | "bufferAfterMinutes" | "slotStepMinutes" | "minimumNoticeMinutes" | "cancellationWindowMinutes" | "rescheduleWindowMinutes", values: readonly number[], hint?: string) => (
    <Field id={idOf(field)} label={LABELS[field]} hint={hint} error={errorOf(field)}>
      {(props) => (
        <NativeSelect {...props} {...register(field, NUMBER)}>
          {[...new Set([...values, initial[field]])].sort((a, b) => a - b).map((minutes) => (
            <option key={minutes} value={minutes}>{leadInWords(minutes)}</option>
          ))}
        </NativeSelect>
      )}
    </Field>
  );
  return (
    <form id={formId} noValidate className="grid gap-6" onSubmit={(event) => void handleSubmit(onSubmit)(event)}>
      {submitCount > 0 && <ErrorSummary problems={problems} attempt={submitCount} />}
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-lg font-semibold">What patients see</legend>
        <Field id={idOf("name")} label={LABELS.name} error={errorOf("name")}>{(props) => <Input {...props} maxLength={80} {...register("name")} />}</Field>
        <Field id={idOf("description")} label={LABELS.description} hint="One or two sentences: what it is for, what to bring." optional error={errorOf("description")}>
          {(props) => <Textarea {...props} maxLength={500} {...register("description")} />}
        </Field>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {choices("durationMinutes", LENGTHS.duration)}
          <div className="grid grid-cols-[1fr_6rem] items-start gap-2">
            <Controller control={control} name="priceAmount" render={({ field }) => <PriceField id={idOf("priceAmount")} label={LABELS.priceAmount} currency={currency} amount={field.value} error={errorOf("priceAmount")} onChange={field.onChange} onBlur={field.onBlur} />} />
            <Field id={idOf("currency")} label={LABELS.currency} error={errorOf("currency")}>
              {(props) => (
                <NativeSelect {...props} {...register("currency")}>
                  {[...new Set([...CURRENCIES, initial.currency])].map((currency) => (
                    <option key={currency}>{currency}</option>
                  ))}
                </NativeSelect>
              )}
            </Field>
          </div>
        </div>
        <Controller
          control={control}
          name="modes"
          render={({ field }) => (
            <ChoiceChips
              id={idOf("modes")}
              legend={LABELS.modes}
              error={errorOf("modes")}
              choices={MODES.map((mode) => ({ value: mode, label: VISIT_MODE_WORDS[mode] }))}
              isChosen={(mode) => field.value.includes(mode)}
              onToggle={(mode) => field.onChange(MODES.filter((one) => (one === mode ? !field.value.includes(one) : field.value.includes(one))))}
            />
          )}
        />
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-lg font-semibold">How it fits your day</legend>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {choices("bufferBeforeMinutes", LENGTHS.buffer, "Kept free before each visit.")}
          {choices("bufferAfterMinutes", LENGTHS.buffer, "Kept free after each visit.")}
          {choices("slotStepMinutes", LENGTHS.step, "How far apart the offered times begin.")}
          <Field id={idOf("dailyCap")} label={LABELS.dailyCap} hint="Leave empty for no limit." optional error={errorOf("dailyCap")}>
            {(props) => <Input {...props} type="number" min={1} max={100} inputMode="numeric" {...register("dailyCap", { setValueAs: (value: unknown) => (value === "" || value === null ? null : Number(value)) })} />}
          </Field>
        </div>
      </fieldset>
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-lg font-semibold">Rules</legend>
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {choices("minimumNoticeMinutes", WINDOWS.notice, "The soonest a patient may book.")}
          <Field id={idOf("horizonDays")} label={LABELS.horizonDays} hint="In days, at most 365." error={errorOf("horizonDays")}>
            {(props) => <Input {...props} type="number" min={1} max={365} inputMode="numeric" {...register("horizonDays", NUMBER)} />}
          </Field>
          {choices("cancellationWindowMinutes", WINDOWS.policy, "Until when a patient may cancel online.")}
          {choices("rescheduleWindowMinutes", WINDOWS.policy, "Until when a patient may move it online.")}
        </div>
        <Checkbox label="I approve each request" hint="The time is kept while you decide. Without this, bookings are confirmed at once." {...register("requiresApproval")} />
        <Controller
          control={control}
          name="reminders"
          render={({ field }) => <ReminderLadder id={idOf("reminders")} legend={LABELS.reminders} error={errorOf("reminders")} steps={field.value} onChange={field.onChange} />}
        />
        <AfterVisitFields idOf={idOf} labels={LABELS} errorOf={errorOf} register={register} initial={initial} />
      </fieldset>
    </form>
  );
}

const LABELS: Readonly<Record<keyof ServiceFields, string>> = {
  name: "Name",
  description: "Description",
  durationMinutes: "Length",
  bufferBeforeMinutes: "Buffer before",
  bufferAfterMinutes: "Buffer after",
  slotStepMinutes: "Starts every",
  minimumNoticeMinutes: "Notice",
  cancellationWindowMinutes: "Cancelling ends",
  rescheduleWindowMinutes: "Moving ends",
  horizonDays: "Bookable ahead",
  dailyCap: "At most a day",
  priceAmount: "Price",
  currency: "Currency",
  modes: "How you meet",
  requiresApproval: "Approval",
  reminders: "Reminders before the visit",
  asksAttendance: "Ask whether they will come",
  followUpAfterHours: "Thanks after the visit",
  comeBackAfterWeeks: "Time to come back",
};

type ChoiceChipsProps<Value> = { id: string; legend: string; error?: string; choices: readonly { value: Value; label: string }[]; isChosen: (value: Value) => boolean; onToggle: (value: Value) => void };

function ChoiceChips<Value extends string | number>({ id, legend, error, choices, isChosen, onToggle }: ChoiceChipsProps<Value>) {
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1.5 font-medium">{legend}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <ChipToggle key={value} pressed={isChosen(value)} onClick={() => onToggle(value)}>
            {label}
          </ChipToggle>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}
