import type { SyncHealthView } from "@/application/sync-doctor/sync-doctor-schemas";
import { agoInWords } from "@/features/integrations/device-moment";
import { Alert } from "@/ui/alert";
import { StatusChip } from "@/ui/status-chip";
import { DifferenceList } from "./difference-list";

type Comparison = SyncHealthView["connections"][number]["calendars"][number]["comparison"];

/** What the last comparison of one calendar with Google found. */
export function ComparedCalendar({ calendar: { name, comparison }, now }: { calendar: { name: string; comparison: Comparison }; now: number }) {
  return (
    <div className="grid gap-3 border-t border-line pt-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-base font-medium break-words">{name}</h3>
        {comparison === null && <StatusChip tone="neutral">Not compared yet</StatusChip>}
        {comparison !== null && comparison.problem === null && <Verdict comparison={comparison} />}
        {comparison !== null && <span className="text-sm text-muted">{`${agoInWords(comparison.comparedAt, now)}, ${comparison.compared} compared`}</span>}
      </div>
      {comparison?.problem != null && (
        <Alert tone="pending" title="It could not be compared">
          {comparison.problem}
        </Alert>
      )}
      {comparison !== null && comparison.differences.length > 0 && <DifferenceList calendar={name} differences={comparison.differences} left={comparison.found - comparison.differences.length} />}
    </div>
  );
}

function Verdict({ comparison: { found, mendedAt } }: { comparison: NonNullable<Comparison> }) {
  if (found === 0) return <StatusChip tone="success">The same</StatusChip>;
  if (mendedAt !== null) return <StatusChip tone="info">Being mended</StatusChip>;
  return <StatusChip tone="pending">{found === 1 ? "1 difference" : `${found} differences`}</StatusChip>;
}
