"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ScheduleView } from "@/application/schedule/schedule-schemas";
import type { WeeklyHours } from "@/domain/schedule/weekly-hours";
import { formatLocal, zoneInWords } from "@/domain/time/format-time";
import { useTRPC } from "@/features/api/trpc-client";
import { Card, CardBody, CardHeader } from "@/ui/card";
import { cn } from "@/ui/class-names";
import { NativeSelect } from "@/ui/native-select";
import { Skeleton } from "@/ui/skeleton";
import { useSettled } from "./use-settled";

/** What a patient would be offered next week with the hours as they stand on screen, saved or not. */
export function WeekPreview({ schedule, hours, isDraft }: { schedule: ScheduleView; hours: WeeklyHours; isDraft: boolean }) {
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<string | null>(null);
  const service = schedule.services.find(({ slug }) => slug === chosen) ?? schedule.services[0];
  const settled = useSettled(hours, 250);
  const { data, isFetching } = useQuery({
    ...trpc.schedule.preview.queryOptions({ providerId: schedule.providerId, service: service?.slug ?? "none", open: [...settled.open], breaks: [...settled.breaks] }),
    enabled: service !== undefined,
    placeholderData: keepPreviousData,
  });
  const total = data?.days.reduce((sum, { times }) => sum + times.length, 0);
  return (
    <Card aria-labelledby="preview-title">
      <CardHeader
        headingId="preview-title"
        title="What a patient sees next week"
        detail={isDraft ? "With your changes, before you save them." : "Computed from these hours, bookings, connected calendars and leave."}
        action={
          service && (
            <NativeSelect aria-label="Service" value={service.slug} onChange={(event) => setChosen(event.target.value)} className="w-60 max-w-full">
              {schedule.services.map(({ slug, name, durationMinutes }) => (
                <option key={slug} value={slug}>{`${name}, ${durationMinutes} min`}</option>
              ))}
            </NativeSelect>
          )
        }
      />
      <CardBody>
        {service === undefined && <p className="text-muted">Add a service first: its length and buffers decide which times fit.</p>}
        {service !== undefined && data === undefined && <Skeleton className="h-40" />}
        {data && (
          <>
            <p className="sr-only" aria-live="polite">{`${total} times next week`}</p>
            <ol className={cn("grid gap-2 transition-opacity max-sm:grid-cols-1 sm:grid-cols-4 xl:grid-cols-7", isFetching && "opacity-60")}>
              {data.days.map(({ onDate, times, closedBecause }) => (
                <li key={onDate} className="min-w-0 rounded-lg bg-sunken p-2.5 dark:bg-surface">
                  <p className="flex flex-wrap items-baseline justify-between gap-x-2">
                    <span className="font-medium whitespace-nowrap">{`${formatLocal(`${onDate}T00:00`).weekdayShort} ${Number(onDate.slice(8))}`}</span>
                    <span className="text-sm whitespace-nowrap text-muted tabular-nums">{times.length > 0 ? `${times.length} free` : closedBecause}</span>
                  </p>
                  {times.length > 0 && (
                    <ul className="mt-2 flex max-h-40 flex-wrap gap-1 overflow-y-auto" tabIndex={0} aria-label={`Times on ${formatLocal(`${onDate}T00:00`).date}`}>
                      {times.map((time, index) => (
                        <li key={`${time} ${index}`} className="time-figure rounded-sm border border-line bg-raised px-1.5 py-0.5 text-sm">
                          {time}
                        </li>
                      ))}
                    </ul>
                  )}
                </li>
              ))}
            </ol>
            <p className="mt-3 text-sm text-muted">
              Times are {zoneInWords(data.timeZone)}. Patients elsewhere read them in their own.
            </p>
          </>
        )}
      </CardBody>
    </Card>
  );
}
