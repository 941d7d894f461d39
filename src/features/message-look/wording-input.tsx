"use client";

import { useRef, useState, type FocusEvent } from "react";
import type { WordingView } from "@/application/message-look/look-schemas";
import { basicLetters } from "@/domain/messages/basic-letters";
import type { Language } from "@/domain/messages/language";
import { fillWording, wordingProblem, type WordingField } from "@/domain/messages/wording";
import type { WordedTemplate } from "@/domain/messages/words/message-words";
import { SmsSizeLine } from "@/features/messages/sms-size-line";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Textarea } from "@/ui/textarea";

export const FIELD_LABELS: Readonly<Record<WordingField, string>> = { greeting: "Greeting", intro: "First sentences", closing: "Last sentence", sms: "SMS" };

export const wordingInputId = (field: WordingField) => `wording-${field}`;

type WordingInputProps = {
  field: WordingField;
  message: WordedTemplate;
  language: Language;
  view: WordingView;
  text: string;
  /** What the server said of it at the last try. */
  refusal: string | undefined;
  onChange: (text: string) => void;
};

/** One sentence with the variables it may name, checked as it is left. */
export function WordingInput({ field, message, language, view, text, refusal, onChange }: WordingInputProps) {
  const { variables, longest, usual } = view.rules[field];
  const input = useRef<HTMLTextAreaElement>(null);
  const [isLeft, setIsLeft] = useState(false);
  const found = text.trim() === "" ? null : wordingProblem(message, field, text.trim());
  const error = isLeft && found !== null ? found : refusal;
  function insert(name: string) {
    const element = input.current;
    if (element === null) return;
    element.focus();
    element.setRangeText(`{{${name}}}`, element.selectionStart, element.selectionEnd, "end");
    onChange(element.value);
  }
  return (
    <div className="grid gap-2" onBlur={(event: FocusEvent<HTMLDivElement>) => setIsLeft(!event.currentTarget.contains(event.relatedTarget))} onFocus={() => setIsLeft(false)}>
      <Field id={wordingInputId(field)} label={FIELD_LABELS[field]} optional error={error}>
        {(control) => <Textarea {...control} ref={input} lang={language} rows={1} className="min-h-10!" value={text} placeholder={usual} onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, " "))} />}
      </Field>
      <ul className="flex flex-wrap gap-1.5" aria-label={`What ${FIELD_LABELS[field]} may name`}>
        {variables.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => insert(name)} title={view.values[name]} className="inline-flex min-h-6 items-center rounded-full border border-line bg-sunken px-2 py-0.5 font-mono text-xs transition-colors hover:border-control pointer-coarse:min-h-11 pointer-coarse:px-3">
              <span className="sr-only">Insert </span>
              {`{{${name}}}`}
            </button>
          </li>
        ))}
      </ul>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
        {field === "sms" ? <span>{text === "" ? "Ours" : "With these names"}: <SmsSizeLine text={basicLetters(fillWording(text || usual, view.values))} /></span> : <span className="tabular-nums">{[...text].length} of {longest} characters</span>}
        {text === "" && usual !== "" && (
          <Button size="sm" variant="quiet" className="-mx-2 min-h-6 px-2 py-0" onClick={() => onChange(usual)}>
            Start from ours
          </Button>
        )}
      </p>
    </div>
  );
}
