"use client";

import { Plus, X } from "lucide-react";
import { REMINDER_CHANNELS, type ReminderChannel, type ReminderStep } from "@/domain/messages/reminder-step";
import { Button } from "@/ui/button";
import { IconButton } from "@/ui/icon-button";
import { NativeSelect } from "@/ui/native-select";
import { leadInWords, REMINDER_LEADS } from "./service-choices";

type ReminderLadderProps = { id: string; legend: string; error?: string; steps: readonly ReminderStep[]; onChange: (steps: ReminderStep[]) => void };

const MOST = 6;
const CHANNEL_WORDS: Readonly<Record<ReminderChannel, string>> = { CHOSEN: "as they chose", EMAIL: "by e-mail", SMS: "by SMS", WHATSAPP: "by WhatsApp" };
const isChannel = (value: string): value is ReminderChannel => REMINDER_CHANNELS.some((channel) => channel === value);
const sameStep = (a: ReminderStep, b: ReminderStep) => a.minutesBefore === b.minutesBefore && a.channel === b.channel;

/** When patients are reminded and how, a line per reminder, the earliest first. */
export function ReminderLadder({ id, legend, error, steps, onChange }: ReminderLadderProps) {
  const change = (index: number, next: Partial<ReminderStep>) => onChange(steps.map((step, at) => (at === index ? { ...step, ...next } : step)));
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={`${id}-hint${error ? ` ${id}-error` : ""}`}>
      <legend className="font-medium">{legend}</legend>
      <p id={`${id}-hint`} className="mt-0.5 mb-2 text-sm text-muted">
        At night in the patient’s own zone, 21:00 to 08:00, a reminder goes to the nearest waking minute. Nobody is written to in a way they did not choose.
      </p>
      <ul className="grid gap-2">
        {steps.map((step, index) => (
          <li key={`${index}-${steps.length}`} className="grid grid-cols-[1fr_auto] items-center gap-2">
            <span className="grid gap-2 min-[30rem]:grid-cols-2">
              <NativeSelect aria-label={`When, reminder ${index + 1}`} value={step.minutesBefore} onChange={(event) => change(index, { minutesBefore: Number(event.target.value) })}>
                {[...new Set([...REMINDER_LEADS, step.minutesBefore])].sort((a, b) => b - a).map((minutes) => (
                  <option key={minutes} value={minutes}>{leadInWords(minutes)} before</option>
                ))}
              </NativeSelect>
              <NativeSelect aria-label={`How, reminder ${index + 1}`} value={step.channel} onChange={({ target: { value } }) => isChannel(value) && change(index, { channel: value })}>
                {REMINDER_CHANNELS.map((channel) => (
                  <option key={channel} value={channel}>{CHANNEL_WORDS[channel]}</option>
                ))}
              </NativeSelect>
            </span>
            <IconButton label={`Remove the reminder ${leadInWords(step.minutesBefore)} before`} icon={<X aria-hidden="true" />} onClick={() => onChange(steps.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ul>
      {steps.length === 0 && <p className="text-muted">No reminders: patients hear from you when they book, and when something changes.</p>}
      {steps.length < MOST && (
        <Button size="sm" className="mt-3" onClick={() => onChange([...steps, nextStep(steps)])}>
          <Plus aria-hidden="true" />
          Add a reminder
        </Button>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-sm text-danger-ink">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** The first usual reminder that is not there yet. */
function nextStep(steps: readonly ReminderStep[]): ReminderStep {
  const usual = [1440, 120, 2880, 60, ...REMINDER_LEADS].map((minutesBefore): ReminderStep => ({ minutesBefore, channel: "CHOSEN" }));
  return usual.find((step) => !steps.some((other) => sameStep(step, other))) ?? { minutesBefore: 15, channel: "CHOSEN" };
}
