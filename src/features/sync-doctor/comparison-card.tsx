import { GitCompareArrows, Wrench } from "lucide-react";
import type { SyncHealthView } from "@/application/sync-doctor/sync-doctor-schemas";
import { zoneInWords } from "@/domain/time/format-time";
import { Button } from "@/ui/button";
import { Card } from "@/ui/card";
import { ComparedCalendar } from "./compared-calendar";
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
        <p className="text-sm text-muted">Every night the next 90 days in Google are compared with what we know. Times are {zoneInWords(timeZone)}.</p>
        {calendars.map((calendar) => (
          <ComparedCalendar key={calendar.id} calendar={calendar} now={now} />
        ))}
      </Card>
    </section>
  );
}
