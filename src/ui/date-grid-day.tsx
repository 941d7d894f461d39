import type { ComponentProps } from "react";
import { dayOfMonth, type CivilDay } from "./civil-day";
import { cn } from "./class-names";
import type { DayFacts } from "./day-facts";

type DateGridDayProps = Omit<ComponentProps<"button">, "name"> & { date: CivilDay; facts: DayFacts; name: string; selected: boolean; isToday: boolean };

export function DateGridDay({ date, facts, name, selected, isToday, ...rest }: DateGridDayProps) {
  const disabled = facts.disabledReason !== undefined;
  return (
    <button
      type="button"
      data-date={date}
      aria-label={name}
      aria-disabled={disabled || undefined}
      aria-current={isToday ? "date" : undefined}
      className={cn(
        "flex min-h-12 w-full flex-col items-center justify-center rounded-lg border text-base leading-tight tabular-nums transition-colors",
        selected && "border-primary bg-primary font-semibold text-on-primary",
        !selected && disabled && "cursor-not-allowed border-transparent text-muted",
        !selected && !disabled && "border-line bg-raised font-medium hover:border-primary hover:bg-primary-soft",
      )}
      {...rest}
    >
      <span className={cn(isToday && "underline decoration-2 underline-offset-3", disabled && !selected && "opacity-80")}>{dayOfMonth(date)}</span>
      {!disabled && facts.count !== undefined && (
        <span className={cn("text-xs font-normal", selected ? "text-on-primary" : "text-primary-ink")}>{facts.count}</span>
      )}
      {!disabled && facts.dots !== undefined && facts.dots > 0 && (
        <span className="mt-0.5 flex gap-0.5">
          {Array.from({ length: Math.min(3, facts.dots) }, (_dot, index) => (
            <span key={index} className={cn("size-1 rounded-full", selected ? "bg-on-primary" : "bg-primary")} />
          ))}
        </span>
      )}
    </button>
  );
}
