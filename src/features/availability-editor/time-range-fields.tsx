"use client";

import { X } from "lucide-react";
import type { WeeklyRange } from "@/domain/schedule/weekly-hours";
import { IconButton } from "@/ui/icon-button";
import { Input } from "@/ui/input";
import { fieldText, parseClock } from "./minutes-text";

type TimeRangeFieldsProps = {
  /** Such as "Monday hours" or "Monday break". */
  name: string;
  fieldId: string;
  range: Pick<WeeklyRange, "startMinute" | "endMinute">;
  error?: string;
  disabled?: boolean;
  onChange: (change: { startMinute?: number; endMinute?: number }) => void;
  onRemove?: () => void;
};

/** From – to, as typed times; an end of 00:00 is midnight. */
export function TimeRangeFields({ name, fieldId, range, error, disabled, onChange, onRemove }: TimeRangeFieldsProps) {
  const errorId = `${fieldId}-error`;
  const shared = { type: "time", step: 300, disabled, "aria-invalid": error ? true : undefined, "aria-describedby": error ? errorId : undefined, className: "w-26! tabular-nums" } as const;
  const read = (text: string, side: "startMinute" | "endMinute") => {
    const minute = parseClock(text);
    if (minute !== null) onChange({ [side]: side === "endMinute" && minute === 0 ? 1440 : minute });
  };
  return (
    <div>
      <div className="flex items-center gap-1.5">
        <Input {...shared} id={fieldId} aria-label={`${name}, from`} value={fieldText(range.startMinute)} onChange={(event) => read(event.target.value, "startMinute")} />
        <span aria-hidden="true">–</span>
        <Input {...shared} aria-label={`${name}, to`} value={fieldText(range.endMinute)} onChange={(event) => read(event.target.value, "endMinute")} />
        {onRemove && !disabled && <IconButton label={`Remove ${name}`} icon={<X aria-hidden="true" />} onClick={onRemove} />}
      </div>
      {range.endMinute <= range.startMinute && !error && <p className="mt-0.5 text-sm text-muted">Until the next day.</p>}
      {error && (
        <p id={errorId} className="mt-0.5 text-sm text-danger-ink">
          {error}
        </p>
      )}
    </div>
  );
}
