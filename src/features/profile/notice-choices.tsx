import type { ContactFields } from "@/application/providers/own-provider-schemas";
import { LANGUAGES } from "@/domain/messages/language";
import { MESSAGE_LANGUAGES } from "@/features/messages/message-languages";
import { Checkbox } from "@/ui/checkbox";
import { Field } from "@/ui/field";
import { NativeSelect } from "@/ui/native-select";

type NoticeChoicesProps = { contact: ContactFields; disabled: boolean; onChange: (contact: ContactFields) => void };

/** What comes by the clock, and in which language everything is written. */
export function NoticeChoices({ contact, disabled, onChange }: NoticeChoicesProps) {
  const { agendaByEmail = true, agendaOnFreeDays = false, weekPromptByEmail = true, language = "en" } = contact;
  return (
    <fieldset id="notices" tabIndex={-1} disabled={disabled} className="grid scroll-mt-6 gap-4 border-t border-line pt-4">
      <legend className="sr-only">By the clock</legend>
      <Checkbox label="My visits of the day, at 7 in the morning" hint="By e-mail, on days with visits." checked={agendaByEmail} onChange={(event) => onChange({ ...contact, agendaByEmail: event.target.checked })} />
      {agendaByEmail && <Checkbox label="Also when I have no visits" checked={agendaOnFreeDays} onChange={(event) => onChange({ ...contact, agendaOnFreeDays: event.target.checked })} />}
      <Checkbox label="A word on Fridays when next week is closed or empty" hint="By e-mail, at noon." checked={weekPromptByEmail} onChange={(event) => onChange({ ...contact, weekPromptByEmail: event.target.checked })} />
      <Field id="contact-language" label="Language of our messages to you" className="max-w-xs">
        {(control) => (
          <NativeSelect {...control} value={language} onChange={({ target: { value } }) => onChange({ ...contact, language: LANGUAGES.find((tag) => tag === value) ?? "en" })}>
            {MESSAGE_LANGUAGES.map(([tag, name]) => (
              <option key={tag} value={tag} lang={tag}>{name}</option>
            ))}
          </NativeSelect>
        )}
      </Field>
    </fieldset>
  );
}
