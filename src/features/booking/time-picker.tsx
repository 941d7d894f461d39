"use client";

import { useState, type ReactNode } from "react";
import { CalendarDays, Zap } from "lucide-react";
import type { SlotView } from "@/application/availability/availability-schemas";
import { addDays, type CivilDate } from "@/domain/time/calendar-day";
import { formatDate } from "@/domain/time/format-time";
import { soonInWords } from "@/features/providers/soon-in-words";
import { Alert } from "@/ui/alert";
import { Button } from "@/ui/button";
import { ChipToggle } from "@/ui/chip-toggle";
import { cn } from "@/ui/class-names";
import { DateGrid } from "@/ui/date-grid";
import type { DayFacts } from "@/ui/day-facts";
import { DayStrip } from "@/ui/day-strip";
import { useLiveRegion } from "@/ui/live-region";
import { refusalOf } from "@/features/api/refusal";
import { DayTimes } from "./day-times";
import { PhoneBar } from "./phone-bar";
import { slotsByDay, timesInWords } from "./slot-days";
import { TimesSkeleton } from "./times-skeleton";
import type { Slots } from "./use-slots";
import { ZoneNote } from "./zone-note";

const STRIP_DAYS = 28;

type Clinic = { readonly phone: string | null; readonly phoneText: string | null };

export type TimePickerProps = {
  found: Slots;
  today: CivilDate;
  timeZone: string;
  providerTimeZone: string;
  /** The day whose times are shown; null for the first with any. */
  day: CivilDate | null;
  onDayChange: (day: CivilDate) => void;
  /** "YYYY-MM"; null for that of the shown day. */
  month: string | null;
  onMonthChange: (month: string) => void;
  picked: string | null;
  onPick: (slot: SlotView) => void;
  onAim?: () => void;
  /** What must be said before the times, such as that one was just taken. */
  notice?: ReactNode;
  /** The zone stands in the booking and cannot be chosen here. */
  isZoneFixed?: boolean;
  /** Whom to ask when nothing is free. */
  clinic: Clinic | null;
};

/** Days with how many times are free, then the times of one day. Knows no step before or after it. */
export function TimePicker({ found, today, timeZone, providerTimeZone, day, onDayChange, month, onMonthChange, picked, onPick, onAim, notice, isZoneFixed = false, clinic }: TimePickerProps) {
  const [eveningsOnly, setEveningsOnly] = useState(false);
  const [isMonthOpen, setIsMonthOpen] = useState(false);
  const { announce, region } = useLiveRegion();
  const days = slotsByDay(found.slots, eveningsOnly);
  const firstFree = [...days.values()][0]?.[0];
  const shownDay = day !== null && days.has(day) ? day : (firstFree?.localStart.slice(0, 10) ?? null);
  const shown = (shownDay && days.get(shownDay)) || [];

  function factsOf(date: CivilDate): DayFacts {
    const count = days.get(date)?.length ?? 0;
    if (count > 0) return { count };
    if (date < today) return { disabledReason: "This day is over" };
    if (date > found.lastDay) return { disabledReason: "Not open for booking yet" };
    if (date > found.knownUntil) return { disabledReason: "Looking for free times…" };
    return { disabledReason: eveningsOnly ? "No free evening times" : "No free times" };
  }

  function showDay(date: CivilDate) {
    onDayChange(date);
    announce(`${timesInWords(days.get(date)?.length ?? 0)} on ${formatDate(date)}`);
  }

  const stripEnd = shownDay && shownDay > addDays(today, STRIP_DAYS - 7) ? addDays(shownDay, 6) : addDays(today, STRIP_DAYS - 1);
  const strip: CivilDate[] = [];
  for (let date = today; date <= stripEnd && date <= found.lastDay; date = addDays(date, 1)) strip.push(date);

  return (
    <div>
      {region}
      {notice}
      <ZoneNote timeZone={timeZone} providerTimeZone={providerTimeZone} sample={shown[0]} isFixed={isZoneFixed} />
      <div className="mt-3 mb-4 flex flex-wrap items-center gap-2">
        {firstFree && (
          <Button size="sm" onClick={() => onPick(firstFree)} className="max-lg:hidden">
            <Zap aria-hidden="true" />
            First free: {soonInWords(firstFree.localStart, today)}
          </Button>
        )}
        <ChipToggle pressed={eveningsOnly} onClick={() => setEveningsOnly(!eveningsOnly)}>
          Evenings only
        </ChipToggle>
        <ChipToggle pressed={isMonthOpen} onClick={() => setIsMonthOpen(!isMonthOpen)} className="lg:hidden">
          {!isMonthOpen && <CalendarDays aria-hidden="true" className="size-3.5" />}
          Whole month
        </ChipToggle>
      </div>
      <div className="grid gap-5 lg:grid-cols-[minmax(0,20rem)_minmax(0,1fr)] lg:gap-8">
        <div className="min-w-0">
          <div className={cn("lg:hidden", isMonthOpen && "hidden")}>
            <DayStrip label="Days" days={strip.map((date) => ({ date, ...factsOf(date) }))} selected={shownDay} onSelect={showDay} today={today} countWords={timesInWords} />
          </div>
          <div className={isMonthOpen ? undefined : "hidden lg:block"}>
            <DateGrid
              month={month ?? (shownDay ?? today).slice(0, 7)}
              onMonthChange={onMonthChange}
              selected={shownDay}
              onSelect={showDay}
              factsOf={factsOf}
              today={today}
              earliest={today}
              latest={found.lastDay}
              countWords={timesInWords}
              legend="The small figure is how many times are free."
              busy={found.isLoading}
            />
          </div>
        </div>
        <div className="min-w-0">
          {shownDay ? (
            <DayTimes day={shownDay} slots={shown} onPick={onPick} onAim={onAim} picked={picked} />
          ) : found.error ? (
            <Alert tone="danger" title="The free times did not arrive" action={<Button size="sm" onClick={found.refetch}>Try again</Button>}>
              {refusalOf(found.error).message}
            </Alert>
          ) : found.isLoading ? (
            <TimesSkeleton />
          ) : (
            <NothingFree eveningsOnly={eveningsOnly} onAllTimes={() => setEveningsOnly(false)} until={found.lastDay} clinic={clinic} />
          )}
        </div>
      </div>
      {firstFree && (
        <PhoneBar
          label="The first free time"
          action={
            <Button variant="primary" size="lg" onClick={() => onPick(firstFree)}>
              Take it
            </Button>
          }
        >
          <p className="text-sm text-muted">{eveningsOnly ? "First free evening" : "First free"}</p>
          <p className="time-figure truncate text-lg">{soonInWords(firstFree.localStart, today)}</p>
        </PhoneBar>
      )}
    </div>
  );
}

function NothingFree({ eveningsOnly, onAllTimes, until, clinic }: { eveningsOnly: boolean; onAllTimes: () => void; until: CivilDate; clinic: Clinic | null }) {
  if (eveningsOnly) {
    return (
      <Alert tone="neutral" title="No evening times at the moment" action={<Button size="sm" onClick={onAllTimes}>Show all times</Button>}>
        Evening here means from 17:00 on.
      </Alert>
    );
  }
  return (
    <Alert tone="neutral" title={`Nothing is free until ${formatDate(until)}`} action={clinic?.phone && <a href={`tel:${clinic.phone}`} className="text-link">Call {clinic.phoneText}</a>}>
      When somebody cancels, the time appears here at once.
    </Alert>
  );
}
