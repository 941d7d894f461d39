import { Trash2 } from "lucide-react";
import type { ImportRule } from "@/application/calendar-import/import-schemas";
import type { StaffServiceView } from "@/application/services/service-schemas";
import { VISIT_MODE_WORDS } from "@/features/providers/visit-mode-words";
import { Button } from "@/ui/button";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";
import { NativeSelect } from "@/ui/native-select";

type RuleFieldsProps = { number: number; rule: ImportRule; services: readonly StaffServiceView[]; onChange: (rule: ImportRule) => void; /** Null for the only rule. */ onRemove: (() => void) | null };

/** One rule: what an entry looks like, and which visit it becomes. */
export function RuleFields({ number, rule, services, onChange, onRemove }: RuleFieldsProps) {
  const modes = services.find(({ slug }) => slug === rule.service)?.modes ?? [];
  return (
    <fieldset className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-3 rounded-lg border border-line p-4 sm:grid-cols-2">
      <legend className="px-1 text-sm text-muted">Rule {number}</legend>
      <Field optional className="sm:col-span-2" label="The title has" hint="* stands for anything; empty fits every title.">
        {(control) => <Input {...control} placeholder="Check-up" value={rule.title} maxLength={80} onChange={(event) => onChange({ ...rule, title: event.target.value })} />}
      </Field>
      <Field optional className="sm:col-span-2" label="An invited address has" hint="This person is the patient. Empty takes the first one invited.">
        {(control) => <Input {...control} placeholder="@mail.example" value={rule.attendee} maxLength={80} onChange={(event) => onChange({ ...rule, attendee: event.target.value })} />}
      </Field>
      <Field label="It becomes">
        {(control) => (
          <NativeSelect
            {...control}
            value={rule.service}
            onChange={(event) => {
              const service = services.find(({ slug }) => slug === event.target.value);
              const [mode] = service?.modes ?? [];
              if (service && mode) onChange({ ...rule, service: service.slug, mode: service.modes.includes(rule.mode) ? rule.mode : mode });
            }}
          >
            {services.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      <Field label="How">
        {(control) => (
          <NativeSelect
            {...control}
            value={rule.mode}
            onChange={(event) => {
              const mode = modes.find((candidate) => candidate === event.target.value);
              if (mode) onChange({ ...rule, mode });
            }}
          >
            {modes.map((mode) => (
              <option key={mode} value={mode}>
                {VISIT_MODE_WORDS[mode]}
              </option>
            ))}
          </NativeSelect>
        )}
      </Field>
      {onRemove && (
        <Button size="sm" variant="quiet" className="w-fit" onClick={onRemove}>
          <Trash2 aria-hidden="true" />
          Remove rule {number}
        </Button>
      )}
    </fieldset>
  );
}
