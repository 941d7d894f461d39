"use client";

import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { englishCalendarWords, type CalendarWords } from "./calendar-words";
import { dayOfMonth, monthNumber, monthOf, weekdayOf, type CivilDay } from "./civil-day";
import { cn } from "./class-names";
import { moveInStrip } from "./date-grid-keys";
import { dayName, type CountWords, type DayFacts } from "./day-facts";

export type DayStripDay = DayFacts & { date: CivilDay };

type DayStripProps = {
  /** Accessible name, such as "Days with free times". */
  label: string;
  days: readonly DayStripDay[];
  selected: CivilDay | null;
  onSelect: (date: CivilDay) => void;
  today?: CivilDay;
  countWords?: CountWords;
  words?: CalendarWords;
  className?: string;
};

/** A row of days that scrolls sideways: arrows, Home/End, PageUp/PageDown for weeks, Enter to choose. */
export function DayStrip({ label, days, selected, onSelect, today, countWords = String, words = englishCalendarWords, className }: DayStripProps) {
  const row = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<CivilDay | null>(null);
  const [noticed, setNoticed] = useState<CivilDay | null>(null);
  const has = (date: CivilDay | null) => (date !== null && days.some((day) => day.date === date) ? date : undefined);
  const tabStop = has(active) ?? has(selected) ?? days.find((day) => day.disabledReason === undefined)?.date ?? days[0]?.date;
  const reason = days.find((day) => day.date === noticed)?.disabledReason;

  useEffect(() => {
    const box = row.current;
    const cell = selected && box?.querySelector<HTMLElement>(`[data-date="${selected}"]`);
    if (box && cell) box.scrollTo({ left: cell.offsetLeft - (box.clientWidth - cell.clientWidth) / 2, behavior: "smooth" });
  }, [selected]);

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = moveInStrip(index, event.key, days.length);
    const date = target === null ? undefined : days[target]?.date;
    if (date === undefined) return;
    event.preventDefault();
    setActive(date);
    row.current?.querySelector<HTMLElement>(`[data-date="${date}"]`)?.focus();
  }

  function choose(day: DayStripDay) {
    setActive(day.date);
    setNoticed(day.date);
    if (day.disabledReason === undefined) onSelect(day.date);
  }

  return (
    <div className={cn("min-w-0", className)}>
      <div ref={row} role="grid" aria-label={label} onPointerLeave={() => setNoticed(null)} onBlur={() => setNoticed(null)} className="relative -m-1 overflow-x-auto overscroll-x-contain p-1 [scrollbar-width:thin]">
        <div role="row" className="flex w-max gap-1.5">
          {days.map((day, index) => {
            const isSelected = day.date === selected;
            const disabled = day.disabledReason !== undefined;
            return (
              <div key={day.date} role="gridcell" aria-selected={isSelected}>
                <button
                  type="button"
                  data-date={day.date}
                  tabIndex={day.date === tabStop ? 0 : -1}
                  aria-label={dayName(day.date, day, day.date === today, countWords, words)}
                  aria-disabled={disabled || undefined}
                  aria-current={day.date === today ? "date" : undefined}
                  onClick={() => choose(day)}
                  onKeyDown={(event) => onKeyDown(event, index)}
                  onFocus={() => setNoticed(day.date)}
                  onPointerEnter={() => setNoticed(day.date)}
                  className={cn(
                    "flex min-h-18 w-16 flex-col items-center justify-center rounded-lg border tabular-nums transition-colors",
                    isSelected && "border-primary bg-primary text-on-primary",
                    !isSelected && disabled && "cursor-not-allowed border-transparent bg-sunken text-muted",
                    !isSelected && !disabled && "border-line bg-raised hover:border-primary hover:bg-primary-soft",
                  )}
                >
                  <span className={cn("text-xs", !isSelected && "text-muted")}>{(words.weekdays[weekdayOf(day.date)] ?? "").slice(0, 3)}</span>
                  <span className="text-lg leading-tight font-semibold">{dayOfMonth(day.date)}</span>
                  <span className={cn("text-xs", !isSelected && !disabled && "text-primary-ink")}>
                    {disabled ? "–" : (day.count ?? (words.months[monthNumber(monthOf(day.date)) - 1] ?? "").slice(0, 3))}
                  </span>
                </button>
              </div>
            );
          })}
        </div>
      </div>
      <p aria-hidden="true" className="mt-1.5 min-h-5 text-sm text-muted">
        {reason}
      </p>
    </div>
  );
}
