"use client";

import { useId, useState } from "react";
import type { ImportEntryView } from "@/application/calendar-import/import-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { Button } from "@/ui/button";

const FIRST = 6;

type EntryListProps = { title: string; entries: readonly ImportEntryView[]; /** When more were counted than are listed. */ total?: number };

/** Entries of a calendar by time, the first few until asked for all. */
export function EntryList({ title, entries, total = entries.length }: EntryListProps) {
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  if (entries.length === 0) return null;
  const shown = isWhole ? entries : entries.slice(0, FIRST);
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="text-sm font-medium text-muted">
        {title}
      </h3>
      <ul className="mt-1 divide-y divide-line rounded-lg border border-line">
        {shown.map(({ startsAt, localStart, leftOut, patient, serviceName }, index) => (
          <li key={`${startsAt} ${index}`} className="grid items-baseline gap-x-3 px-4 py-2 sm:grid-cols-[9rem_minmax(0,1fr)]">
            <span className="font-medium tabular-nums">{momentOf(localStart)}</span>
            {patient === null ? (
              <span className="text-muted">{leftOut}</span>
            ) : (
              <span className="min-w-0 break-words">
                {[patient.name, serviceName].filter(Boolean).join(" · ")}
                {patient.name !== patient.email && <span className="block text-sm break-all text-muted">{patient.email}</span>}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="mt-1 flex flex-wrap items-center gap-x-3 text-sm text-muted">
        {shown.length < entries.length && (
          <Button size="sm" variant="quiet" onClick={() => setIsWhole(true)}>
            Show all {entries.length}
            <span className="sr-only">: {title.toLowerCase()}</span>
          </Button>
        )}
        {isWhole && total > entries.length && <p>And {total - entries.length} later ones.</p>}
      </div>
    </section>
  );
}

/** "Tue 24 Nov, 15:30" on the provider's clock. */
function momentOf(localStart: string): string {
  const { weekdayShort, dayMonthShort, time } = formatLocal(localStart);
  return `${weekdayShort} ${dayMonthShort}, ${time}`;
}
