import type { ReactNode } from "react";
import { ArrowDown, ArrowUp, Minus } from "lucide-react";
import { cn } from "./class-names";
import { Sparkline } from "./sparkline";

export type StatChange = { direction: "up" | "down" | "same"; words: string; good?: boolean };

type StatProps = { label: ReactNode; value: ReactNode; change?: StatChange; trend?: readonly number[]; className?: string };

const arrows = { up: ArrowUp, down: ArrowDown, same: Minus };

/** One figure with its change in words, such as "4 more than last week". */
export function Stat({ label, value, change, trend, className }: StatProps) {
  const Arrow = change && arrows[change.direction];
  return (
    <div className={cn("min-w-0 rounded-xl border border-line bg-raised p-5", className)}>
      <p className="text-sm text-muted">{label}</p>
      <div className="mt-1 flex items-end justify-between gap-4">
        <p className="time-figure text-2xl">{value}</p>
        {trend && <Sparkline values={trend} className="h-8 w-24 shrink-0" />}
      </div>
      {change && Arrow && (
        <p
          className={cn(
            "mt-1 flex items-center gap-1 text-sm",
            change.good === true && "text-success-ink",
            change.good === false && "text-danger-ink",
            change.good === undefined && "text-muted",
          )}
        >
          <Arrow aria-hidden="true" className="size-3.5" />
          {change.words}
        </p>
      )}
    </div>
  );
}
