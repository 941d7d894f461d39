"use client";

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { englishCalendarWords, monthTitle, type CalendarWords } from "./calendar-words";
import { addMonths, monthOf, type CivilDay, type CivilMonth } from "./civil-day";
import { cn } from "./class-names";
import { moveInMonth } from "./date-grid-keys";
import { DateGridDay } from "./date-grid-day";
import { dayName, type CountWords, type DayFacts } from "./day-facts";
import { IconButton } from "./icon-button";
import { layoutMonth } from "./month-layout";

export type DateGridProps = {
  /** "YYYY-MM", owned by the caller. */
  month: CivilMonth;
  onMonthChange: (month: CivilMonth) => void;
  selected: CivilDay | null;
  onSelect: (date: CivilDay) => void;
  factsOf?: (date: CivilDay) => DayFacts;
  today?: CivilDay;
  /** Focus and the month buttons stay within these days. */
  earliest?: CivilDay;
  latest?: CivilDay;
  /** What a count means, as read aloud: `(n) => n + " free times"`. */
  countWords?: CountWords;
  words?: CalendarWords;
  /** A quiet line under the grid, such as what the small figures mean. */
  legend?: ReactNode;
  /** True while the month's facts are on their way. */
  busy?: boolean;
  className?: string;
};

const noFacts = (): DayFacts => ({});

/** An accessible month: arrows, Home/End for the week, PageUp/PageDown for months (with Shift for years), Enter to choose. */
export function DateGrid(props: DateGridProps) {
  const { month, onMonthChange, selected, onSelect, factsOf = noFacts, today, earliest, latest, countWords = String, words = englishCalendarWords, legend, busy, className } = props;
  const titleId = useId();
  const grid = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef<CivilDay | null>(null);
  const [active, setActive] = useState<CivilDay | null>(null);
  const [noticed, setNoticed] = useState<CivilDay | null>(null);

  const weeks = layoutMonth(month);
  const days = weeks.flat().filter((date) => date !== null);
  const inMonth = (date: CivilDay | null | undefined) => (date && monthOf(date) === month ? date : undefined);
  const firstOpen = days.find((date) => factsOf(date).disabledReason === undefined);
  const tabStop = inMonth(active) ?? inMonth(selected) ?? firstOpen ?? inMonth(today) ?? days[0];

  // The month may arrive a render later than the key that asked for it.
  useEffect(() => {
    const target = wantsFocus.current;
    const button = target && grid.current?.querySelector<HTMLButtonElement>(`[data-date="${target}"]`);
    if (!button) return;
    wantsFocus.current = null;
    button.focus();
  });

  function onKeyDown(event: KeyboardEvent, date: CivilDay) {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = moveInMonth(date, event.key, event.shiftKey, { earliest, latest });
    if (target === null) return;
    event.preventDefault();
    wantsFocus.current = target;
    setActive(target);
    if (monthOf(target) !== month) onMonthChange(monthOf(target));
  }

  function choose(date: CivilDay, facts: DayFacts) {
    setActive(date);
    setNoticed(date);
    if (facts.disabledReason === undefined) onSelect(date);
  }

  const atStart = earliest !== undefined && monthOf(earliest) >= month;
  const atEnd = latest !== undefined && monthOf(latest) <= month;
  const reason = inMonth(noticed) && factsOf(inMonth(noticed) ?? "").disabledReason;

  return (
    <div className={cn("w-full max-w-sm", className)}>
      <div className="mb-2 flex items-center justify-between gap-2">
        <IconButton label={words.previousMonth} aria-disabled={atStart || undefined} onClick={() => atStart || onMonthChange(addMonths(month, -1))} icon={<ChevronLeft aria-hidden="true" />} />
        <h3 id={titleId} aria-live="polite">
          {monthTitle(month, words)}
        </h3>
        <IconButton label={words.nextMonth} aria-disabled={atEnd || undefined} onClick={() => atEnd || onMonthChange(addMonths(month, 1))} icon={<ChevronRight aria-hidden="true" />} />
      </div>
      <table ref={grid} role="grid" aria-labelledby={titleId} aria-busy={busy || undefined} onPointerLeave={() => setNoticed(null)} onBlur={() => setNoticed(null)} className="w-full table-fixed border-separate border-spacing-0.5">
        <thead>
          <tr>
            {words.weekdays.map((weekday, index) => (
              <th key={weekday} scope="col" abbr={weekday} className="pb-1 text-sm font-normal text-muted">
                {words.weekdaysShort[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={cn("transition-opacity", busy && "opacity-50")}>
          {weeks.map((week) => (
            <tr key={week.find((date) => date !== null)}>
              {week.map((date, weekday) => {
                if (date === null) return <td key={weekday} />;
                const facts = factsOf(date);
                return (
                  <td key={weekday} role="gridcell" aria-selected={date === selected} className="p-0">
                    <DateGridDay
                      date={date}
                      facts={facts}
                      name={dayName(date, facts, date === today, countWords, words)}
                      selected={date === selected}
                      isToday={date === today}
                      tabIndex={date === tabStop ? 0 : -1}
                      onClick={() => choose(date, facts)}
                      onKeyDown={(event) => onKeyDown(event, date)}
                      onFocus={() => setNoticed(date)}
                      onPointerEnter={() => setNoticed(date)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p aria-hidden={reason ? true : undefined} className="mt-2 min-h-5 text-sm text-muted">
        {reason || legend}
      </p>
    </div>
  );
}
