"use client";

import { useState } from "react";
import { Eye, Plus } from "lucide-react";
import type { ImportRule, ImportView } from "@/application/calendar-import/import-schemas";
import type { StaffServiceView } from "@/application/services/service-schemas";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Form } from "@/ui/form";
import { NativeSelect } from "@/ui/native-select";
import { RuleFields } from "./rule-fields";

const MOST_RULES = 10;

type ImportFormProps = {
  calendars: readonly { id: string; name: string }[];
  services: readonly StaffServiceView[];
  /** The choices of the last time. */
  initial: ImportView | undefined;
  isBeginning: boolean;
  onPreview: (choice: { calendarId: string; rules: ImportRule[] }) => void;
};

/** Which calendar, and which of its entries become which visits. */
export function ImportForm({ calendars, services, initial, isBeginning, onPreview }: ImportFormProps) {
  const [first] = services;
  const blank: ImportRule = { title: "", attendee: "", service: first?.slug ?? "", mode: first?.modes[0] ?? "IN_PERSON" };
  const [calendarId, setCalendarId] = useState(calendars.find(({ id }) => id === initial?.calendarId)?.id ?? calendars[0]?.id ?? "");
  const [rules, setRules] = useState<ImportRule[]>(initial?.rules.filter((rule) => services.some(({ slug, modes }) => slug === rule.service && modes.includes(rule.mode))) ?? [blank]);
  const shown = rules.length === 0 ? [blank] : rules;
  return (
    <Form className="grid gap-5" onSubmit={() => onPreview({ calendarId, rules: shown })}>
      <Field label="From the calendar">
        {(control) => (
          <NativeSelect {...control} value={calendarId} onChange={(event) => setCalendarId(event.target.value)}>
            {calendars.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {shown.map((rule, index) => (
        <RuleFields
          key={index}
          number={index + 1}
          rule={rule}
          services={services}
          onChange={(changed) => setRules(shown.map((other, at) => (at === index ? changed : other)))}
          onRemove={shown.length > 1 ? () => setRules(shown.filter((_, at) => at !== index)) : null}
        />
      ))}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" loading={isBeginning && "Beginning…"}>
          <Eye aria-hidden="true" />
          Show what would happen
        </Button>
        {shown.length < MOST_RULES && (
          <Button variant="quiet" onClick={() => setRules([...shown, blank])}>
            <Plus aria-hidden="true" />
            Another rule
          </Button>
        )}
      </div>
    </Form>
  );
}
