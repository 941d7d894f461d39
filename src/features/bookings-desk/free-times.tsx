"use client";

import type { SlotView } from "@/application/availability/availability-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { ChoiceButton } from "@/ui/choice-button";
import { Skeleton } from "@/ui/skeleton";

type FreeTimesProps = { /** From `onDate` on; undefined while they are being asked for. */ slots: readonly SlotView[] | undefined; onDate: string; chosen: string; /** "YYYY-MM-DDTHH:mm": of many times of a day, those around this time of day are shown. */ near: string; onChoose: (localStart: string) => void };

const SHOWN = 8;

/** The free times of a day, or the next ones after it, one tap each. */
export function FreeTimes({ slots, onDate, chosen, near, onChoose }: FreeTimesProps) {
  const free = slots ?? [];
  const sameDay = free.filter(({ providerLocalStart }) => providerLocalStart.startsWith(onDate));
  const shown = sameDay.length > 0 ? around(sameDay, near.slice(11)) : free.slice(0, SHOWN);
  return (
    <fieldset>
      <legend className="font-medium">{sameDay.length > 0 || slots === undefined ? "Free that day" : "Nothing free that day. The next times:"}</legend>
      <div className="mt-2 flex min-h-11 flex-wrap gap-2">
        {slots === undefined && <Skeleton className="h-11 w-full" />}
        {shown.map(({ providerLocalStart }) => {
          const { time, weekdayShort, dayMonthShort } = formatLocal(providerLocalStart);
          return (
            <ChoiceButton key={providerLocalStart} selected={providerLocalStart === chosen} onClick={() => onChoose(providerLocalStart)}>
              {sameDay.length === 0 && <span className="text-sm font-normal">{`${weekdayShort} ${dayMonthShort}`}</span>}
              {time}
            </ChoiceButton>
          );
        })}
        {slots !== undefined && shown.length === 0 && <p className="text-muted">Nothing is free in the three weeks from that day. You may still name a time below.</p>}
      </div>
    </fieldset>
  );
}

function around(slots: readonly SlotView[], time: string): readonly SlotView[] {
  const later = slots.findIndex(({ providerLocalStart }) => providerLocalStart.slice(11) >= time);
  const middle = later === -1 ? slots.length : later;
  const first = Math.max(0, Math.min(middle - SHOWN / 2, slots.length - SHOWN));
  return slots.slice(first, first + SHOWN);
}
