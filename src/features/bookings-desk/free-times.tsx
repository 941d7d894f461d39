"use client";

import { useQuery } from "@tanstack/react-query";
import { addDays, isCivilDate } from "@/domain/time/calendar-day";
import { formatLocal } from "@/domain/time/format-time";
import { useTRPC } from "@/features/api/trpc-client";
import { ChoiceButton } from "@/ui/choice-button";
import { Skeleton } from "@/ui/skeleton";

type FreeTimesProps = { provider: string; service: string; timeZone: string; onDate: string; chosen: string; onChoose: (localStart: string) => void };

const SHOWN = 8;

/** The next free times from a day on, one tap each. */
export function FreeTimes({ provider, service, timeZone, onDate, chosen, onChoose }: FreeTimesProps) {
  const trpc = useTRPC();
  const isDate = isCivilDate(onDate);
  const { data } = useQuery({
    ...trpc.availability.slots.queryOptions({ provider, service, timeZone, from: isDate ? onDate : "2000-01-01", to: isDate ? addDays(onDate, 20) : "2000-01-01" }),
    enabled: isDate,
  });
  const free = data?.slots ?? [];
  const sameDay = free.filter(({ providerLocalStart }) => providerLocalStart.startsWith(onDate));
  const shown = (sameDay.length > 0 ? sameDay : free).slice(0, SHOWN);
  return (
    <fieldset>
      <legend className="font-medium">{sameDay.length > 0 || data === undefined ? "Free that day" : "Nothing free that day. The next times:"}</legend>
      <div className="mt-2 flex min-h-11 flex-wrap gap-2">
        {data === undefined && <Skeleton className="h-11 w-full" />}
        {shown.map(({ providerLocalStart }) => {
          const { time, weekdayShort, dayMonthShort } = formatLocal(providerLocalStart);
          return (
            <ChoiceButton key={providerLocalStart} selected={providerLocalStart === chosen} onClick={() => onChoose(providerLocalStart)}>
              {sameDay.length === 0 && <span className="text-sm font-normal">{`${weekdayShort} ${dayMonthShort}`}</span>}
              {time}
            </ChoiceButton>
          );
        })}
        {data !== undefined && shown.length === 0 && <p className="text-muted">Nothing is free in the three weeks from that day. You may still name a time below.</p>}
      </div>
    </fieldset>
  );
}
