import type { HealthCheck } from "@/application/health/health-schemas";
import { agoInWords, deviceMoment } from "@/features/integrations/device-moment";
import { Card } from "@/ui/card";
import { StatusChip } from "@/ui/status-chip";
import { CHECK_STATUS, FIGURE_NAMES } from "./check-words";

const INSTANT = /^\d{4}-\d{2}-\d{2}T.*Z$/;

/** One check: its state, what it means, the figures behind it. */
export function CheckCard({ name, check, now }: { name: string; check: HealthCheck; now: number }) {
  const { label, tone } = CHECK_STATUS[check.status];
  const figures = Object.entries(check.figures).filter(([, value]) => value !== null);
  return (
    <Card aria-label={name} className="px-5 py-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3>{name}</h3>
        <StatusChip tone={tone}>{label}</StatusChip>
      </div>
      <p className="mt-1 text-muted">{check.sentence}</p>
      {figures.length > 0 && (
        <dl className="mt-3 flex flex-wrap gap-x-6 gap-y-1.5 text-sm">
          {figures.map(([key, value]) => (
            <div key={key}>
              <dt className="text-muted">{FIGURE_NAMES[key] ?? key}</dt>
              <dd className="font-medium tabular-nums">{typeof value === "string" && INSTANT.test(value) ? <time dateTime={value} title={deviceMoment(value)}>{agoInWords(value, now)}</time> : value}</dd>
            </div>
          ))}
        </dl>
      )}
    </Card>
  );
}
