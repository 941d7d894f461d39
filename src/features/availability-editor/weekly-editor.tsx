"use client";

import { Coffee, Plus } from "lucide-react";
import type { WeeklyHours, WeeklyProblem } from "@/domain/schedule/weekly-hours";
import { IconButton } from "@/ui/icon-button";
import { Switch } from "@/ui/switch";
import { CopyDayMenu } from "./copy-day-menu";
import { DayBar } from "./day-bar";
import { addBreak, addHours, copyDay, openMinutes, rangesOf, removeRange, setDayOpen, setRange, WEEKDAYS, type RangeList } from "./draft-hours";
import { durationText } from "./minutes-text";
import { TimeRangeFields } from "./time-range-fields";

type WeeklyEditorProps = { hours: WeeklyHours; problems: readonly WeeklyProblem[]; disabled?: boolean; onChange: (hours: WeeklyHours) => void };

/** The field of a range, for the error summary. */
export const rangeFieldId = (field: string): string => `range-${field.replace(".", "-")}`;

/** Each weekday with its hours and breaks: as a bar to drag and as times to type. */
export function WeeklyEditor({ hours, problems, disabled = false, onChange }: WeeklyEditorProps) {
  return (
    <ul className="divide-y divide-line">
      {WEEKDAYS.map((name, index) => (
        <li key={name}>
          <DayRow name={name} weekday={index + 1} {...{ hours, problems, disabled, onChange }} />
        </li>
      ))}
    </ul>
  );
}

function DayRow({ name, weekday, hours, problems, disabled = false, onChange }: WeeklyEditorProps & { name: string; weekday: number }) {
  const isOpen = rangesOf(hours, "open", weekday).length > 0;
  const fields = (list: RangeList) =>
    rangesOf(hours, list, weekday).map(({ range, index }) => (
      <TimeRangeFields
        key={`${list} ${index}`}
        name={`${name} ${list === "open" ? "hours" : "break"}`}
        fieldId={rangeFieldId(`${list}.${index}`)}
        range={range}
        error={problems.find(({ field }) => field === `${list}.${index}`)?.message}
        disabled={disabled}
        onChange={(change) => onChange(setRange(hours, list, index, change))}
        onRemove={() => onChange(removeRange(hours, list, index))}
      />
    ));
  return (
    <div className="grid gap-x-5 gap-y-3 py-4 lg:grid-cols-[9.5rem_minmax(0,1fr)]">
      <div>
        <Switch label={<span className="font-medium">{name}</span>} checked={isOpen} disabled={disabled} onChange={(event) => onChange(setDayOpen(hours, weekday, event.target.checked))} />
        <p className="text-sm text-muted tabular-nums">{isOpen ? durationText(openMinutes(hours, weekday)) : "Closed"}</p>
      </div>
      {isOpen && (
        <div className="grid min-w-0 gap-2.5">
          <div className="flex items-center gap-3 max-sm:-mt-11 max-sm:justify-end">
            <div className="min-w-0 grow max-sm:hidden">
              <DayBar {...{ hours, weekday, disabled, onChange }} />
            </div>
            {!disabled && (
              <div className="flex items-center gap-1">
                <IconButton label={`Add hours on ${name}`} icon={<Plus aria-hidden="true" />} onClick={() => onChange(addHours(hours, weekday))} />
                <IconButton label={`Add a break on ${name}`} icon={<Coffee aria-hidden="true" />} onClick={() => onChange(addBreak(hours, weekday))} />
                <CopyDayMenu weekday={weekday} onCopy={(to) => onChange(copyDay(hours, weekday, to))} />
              </div>
            )}
          </div>
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            <div className="grid gap-2">{fields("open")}</div>
            {rangesOf(hours, "breaks", weekday).length > 0 && (
              <div className="flex items-start gap-2">
                <span className="flex min-h-10 items-center gap-1.5 text-sm text-muted pointer-coarse:min-h-11">
                  <Coffee aria-hidden="true" className="size-4" />
                  <span className="max-sm:sr-only">Break</span>
                </span>
                <div className="grid gap-2">{fields("breaks")}</div>
              </div>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
