import { GitCompareArrows, Wrench } from "lucide-react";
import type { SyncHealthView } from "@/application/sync-doctor/sync-doctor-schemas";
import { agoInWords } from "@/features/integrations/device-moment";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";
import { DifferenceList } from "./difference-list";
import type { DoctorActions } from "./use-doctor-actions";

type Calendar = SyncHealthView["connections"][number]["calendars"][number];

type ComparisonCardProps = {
  calendars: readonly Calendar[];
  timeZone: string;
  now: number;
  /** Null for those who may only look. */
  actions: DoctorActions | null;
};

/** What Google and MedBookings tell differently, calendar by calendar, with the button that brings them together. */
export function ComparisonCard({ calendars, timeZone, now, actions }: ComparisonCardProps) {
  const isMendable = calendars.some(({ comparison }) => comparison !== null && comparison.found > 0 && comparison.mendedAt === null);
  return (
    <section aria-labelledby="comparison-title">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="comparison-title" className="text-lg">
          Side by side
        </h2>
        {actions !== null && (
          <div className="flex flex-wrap gap-2">
            <Button size="sm" loading={actions.working === "compare" && "Comparing…"} onClick={actions.compare}>
              <GitCompareArrows aria-hidden="true" />
              Compare now
            </Button>
            {isMendable && (
              <Button size="sm" variant="primary" loading={actions.working === "mend" && "Mending…"} onClick={actions.mend}>
                <Wrench aria-hidden="true" />
                Mend
              </Button>
            )}
          </div>
        )}
      </div>
      <Card className="grid gap-5 px-5 py-4">
        <p className="text-sm text-muted">Every night the next 90 days in Google are compared with what we know. Times are {timeZone} time.</p>
        {calendars.map((calendar) => (
          <ComparedCalendar key={calendar.id} calendar={calendar} now={now} />
        ))}
      </Card>
    </section>
  );
}

function ComparedCalendar({ calendar: { name, comparison }, now }: { calendar: Calendar; now: number }) {
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

function Verdict({ comparison: { found, mendedAt } }: { comparison: NonNullable<Calendar["comparison"]> }) {
  if (found === 0) return <StatusChip tone="success">The same</StatusChip>;
  if (mendedAt !== null) return <StatusChip tone="info">Being mended</StatusChip>;
  return <StatusChip tone="pending">{found === 1 ? "1 difference" : `${found} differences`}</StatusChip>;
}
