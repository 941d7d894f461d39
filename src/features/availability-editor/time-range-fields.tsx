"use client";

import { X } from "lucide-react";
import type { WeeklyRange } from "@/domain/schedule/weekly-hours";
import { IconButton } from "@/ui/icon-button";
import { ClockInput } from "./clock-input";

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
  const shared = { disabled, "aria-invalid": error ? true : undefined, "aria-describedby": error ? errorId : undefined, className: "w-18! text-center tabular-nums" } as const;
  return (
    <div>
      <div className="flex items-center gap-1.5">
        <ClockInput {...shared} id={fieldId} aria-label={`${name}, from`} minute={range.startMinute} onMinuteChange={(startMinute) => onChange({ startMinute })} />
        <span aria-hidden="true">–</span>
        <ClockInput {...shared} aria-label={`${name}, to`} minute={range.endMinute} onMinuteChange={(minute) => onChange({ endMinute: minute === 0 ? 1440 : minute })} />
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
