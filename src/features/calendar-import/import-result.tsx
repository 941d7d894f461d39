import type { ImportView } from "@/application/calendar-import/import-schemas";
import { Alert } from "@/ui/alert";
import { EntryList } from "./entry-list";
import { visitsInWords } from "./import-words";

/** What the latest import came to, or why a preview could not be had. */
export function ImportResult({ run: { state, isPreview, imported, leftOut, entries, calendarName, problem } }: { run: ImportView }) {
  const title = state === "FINISHED" ? `${visitsInWords(imported)} taken over from ${calendarName}` : isPreview ? `${calendarName} could not be looked at` : `${calendarName} could not all be taken over`;
  return (
    <>
      <Alert tone={state === "FAILED" ? "danger" : imported > 0 ? "success" : "neutral"} title={title} announce="polite">
        {[problem, ...leftOut.map(({ sentence }) => sentence)].filter(Boolean).join(" ")}
      </Alert>
      <EntryList title="Left out" entries={entries} />
    </>
  );
}
