import type { ReactNode } from "react";
import { cn } from "./class-names";

/** A count or a short word beside something else; for states use StatusChip. */
export function Badge({ children, strong = false, className }: { children: ReactNode; strong?: boolean; className?: string }) {
  return (
    <span
      className={cn(
        "inline-flex min-w-5 items-center justify-center rounded-full px-1.5 text-xs leading-5 font-medium tabular-nums",
        strong ? "bg-primary text-on-primary" : "bg-sunken text-muted dark:bg-line dark:text-ink",
        className,
      )}
    >
      {children}
    </span>
  );
}
