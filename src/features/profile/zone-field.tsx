import { zoneInWords } from "@/domain/time/format-time";
import { Field } from "@/ui/field";
import { Input } from "@/ui/input";

type ZoneFieldProps = { id: string; value: string; zones: readonly string[]; disabled?: boolean; error?: string; onChange: (zone: string) => void };

/** The zone of a schedule, found by typing part of a place. */
export function ZoneField({ id, value, zones, disabled, error, onChange }: ZoneFieldProps) {
  const isKnown = zones.includes(value);
  return (
    <Field id={id} label="Time zone" hint={isKnown ? `Your hours are ${zoneInWords(value)}. Patients elsewhere read times in their own.` : "Type a city, such as Europe/Berlin."} error={error}>
      {(control) => (
        <>
          <Input {...control} disabled={disabled} list={`${id}-zones`} autoComplete="off" spellCheck={false} value={value} onChange={(event) => onChange(event.target.value.trim())} />
          <datalist id={`${id}-zones`}>
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
