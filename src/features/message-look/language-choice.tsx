import { LANGUAGES, type Language } from "@/domain/messages/language";
import { MESSAGE_LANGUAGES } from "@/features/messages/message-languages";
import { NativeSelect } from "@/ui/native-select";

/** In which language a message is looked at or worded. */
export function LanguageChoice({ language, onChange }: { language: Language; onChange: (language: Language) => void }) {
  return (
    <label>
      <span className="sr-only">Language</span>
      <NativeSelect value={language} className="w-36" onChange={({ target: { value } }) => onChange(LANGUAGES.find((tag) => tag === value) ?? "en")}>
        {MESSAGE_LANGUAGES.map(([tag, name]) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </NativeSelect>
    </label>
  );
}
