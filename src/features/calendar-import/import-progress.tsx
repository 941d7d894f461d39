import type { ImportView } from "@/application/calendar-import/import-schemas";
import { ProgressBar } from "@/ui/progress-bar";
import { lookedAt, visitsInWords } from "./import-words";

/** How far an import or a preview is. */
export function ImportProgress({ run }: { run: ImportView }) {
  const { total, calendarName, isPreview, imported, leftOut } = run;
  const looked = lookedAt(run);
  return (
    <div className="grid gap-2">
      <p role="status" className="tabular-nums">
        {total === null ? `Reading ${calendarName}…` : isPreview ? `Looking at ${total} entries of ${calendarName}…` : `${looked} of ${total} entries looked at, ${visitsInWords(imported)} taken over.`}
      </p>
      <ProgressBar label="Taking visits over" done={looked} total={total} />
      {leftOut.length > 0 && <p className="text-sm text-muted">{leftOut.map(({ sentence }) => sentence).join(" ")}</p>}
      {!isPreview && <p className="text-sm text-muted">You need not wait here: an e-mail tells you when it is done.</p>}
    </div>
  );
}
