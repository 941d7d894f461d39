"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import type { WeeklyHours, WeeklyRange } from "@/domain/schedule/weekly-hours";
import { cn } from "@/ui/class-names";
import { rangesOf, setRange, weekdayName, type RangeList } from "./draft-hours";
import { clockText } from "./minutes-text";

const FIRST = 6 * 60;
const LAST = 22 * 60;
const STEP = 15;
/** From this length (minutes) both handles fit inside a range on the narrowest bar. */
const LONG = 150;

const placeOf = (minute: number) => ((Math.min(Math.max(minute, FIRST), LAST) - FIRST) / (LAST - FIRST)) * 100;

type DayBarProps = { hours: WeeklyHours; weekday: number; disabled: boolean; onChange: (hours: WeeklyHours) => void };

/** A day from 06:00 to 22:00 as a bar: ends of hours and breaks are dragged, or moved with the arrow keys by 15 minutes. */
export function DayBar({ hours, weekday, disabled, onChange }: DayBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const draw = (list: RangeList) =>
    rangesOf(hours, list, weekday).map(({ range, index }) => (
      <RangeBlock key={`${list} ${index}`} list={list} range={range} disabled={disabled} bar={bar} onChange={(change) => onChange(setRange(hours, list, index, change))} />
    ));
  return (
    <div ref={bar} className="relative h-12 rounded-md bg-sunken dark:bg-surface">
      {[9, 12, 15, 18].map((hour) => (
        <span key={hour} aria-hidden="true" className="absolute inset-y-0 w-px bg-line" style={{ left: `${placeOf(hour * 60)}%` }} />
      ))}
      {draw("open")}
      {draw("breaks")}
    </div>
  );
}

type RangeBlockProps = { list: RangeList; range: WeeklyRange; disabled: boolean; bar: React.RefObject<HTMLDivElement | null>; onChange: (change: Partial<WeeklyRange>) => void };

function RangeBlock({ list, range, disabled, bar, onChange }: RangeBlockProps) {
  const crosses = range.endMinute <= range.startMinute;
  const end = crosses ? 1440 : range.endMinute;
  const left = placeOf(range.startMinute);
  const width = placeOf(end) - left;
  const noun = list === "open" ? "Hours" : "Break";
  const grip = { lane: list, reach: list === "breaks" ? "outside" : end - range.startMinute >= LONG ? "inside" : "across" } as const;
  return (
    <div
      className={cn("absolute inset-y-0", list === "open" ? "rounded-md bg-primary/25 dark:bg-primary/35" : "border-x border-line bg-raised")}
      style={{ left: `${left}%`, width: `${width}%` }}
    >
      {!disabled && (
        <>
          <EdgeHandle label={`${noun} on ${weekdayName(range.weekday)} begin`} side="start" minute={range.startMinute} lowest={0} highest={end - STEP} bar={bar} {...grip} onMove={(startMinute) => onChange({ startMinute })} />
          {!crosses && <EdgeHandle label={`${noun} on ${weekdayName(range.weekday)} end`} side="end" minute={end} lowest={range.startMinute + STEP} highest={1440} bar={bar} {...grip} onMove={(endMinute) => onChange({ endMinute })} />}
        </>
      )}
    </div>
  );
}

type EdgeHandleProps = { label: string; side: "start" | "end"; minute: number; lowest: number; highest: number; lane: RangeList; reach: keyof typeof REACH; bar: React.RefObject<HTMLDivElement | null>; onMove: (minute: number) => void };

/** Where a handle of 24 px lies beside its edge: breaks reach out and hours in, so that neighbours never cover each other. */
const REACH = {
  inside: { start: "left-0 justify-start pl-1", end: "right-0 justify-end pr-1" },
  across: { start: "-left-3 justify-center", end: "-right-3 justify-center" },
  outside: { start: "right-full justify-end pr-0.5", end: "left-full justify-start pl-0.5" },
};

const KEY_STEPS: Readonly<Record<string, number>> = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -60, PageUp: 60 };

function EdgeHandle({ label, side, minute, lowest, highest, lane, reach, bar, onMove }: EdgeHandleProps) {
  const within = (wanted: number) => Math.min(Math.max(wanted, lowest), highest);
  function onPointerMove(event: PointerEvent<HTMLSpanElement>) {
    const box = bar.current?.getBoundingClientRect();
    if (box === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const raw = FIRST + ((event.clientX - box.left) / box.width) * (LAST - FIRST);
    const snapped = within(Math.round(raw / STEP) * STEP);
    if (snapped !== minute) onMove(snapped);
  }
  function onKeyDown(event: KeyboardEvent) {
    const target = event.key === "Home" ? lowest : event.key === "End" ? highest : minute + (KEY_STEPS[event.key] ?? Number.NaN);
    if (Number.isNaN(target)) return;
    event.preventDefault();
    onMove(within(target));
  }
  return (
    <span
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={lowest}
      aria-valuemax={highest}
      aria-valuenow={minute}
      aria-valuetext={clockText(minute)}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      className={cn("absolute flex h-6 w-6 cursor-ew-resize touch-none items-center", REACH[reach][side], lane === "breaks" ? "bottom-0 z-10" : "top-0")}
    >
      <span className={cn("h-4 w-1 rounded-full", lane === "breaks" ? "bg-control" : "bg-primary")} />
    </span>
  );
}
