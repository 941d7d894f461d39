import type { ComponentProps, ReactNode } from "react";
import { cva } from "class-variance-authority";
import { cn } from "./class-names";
import type { StatusTone } from "./status-tone";
import { ToneIcon } from "./tone-icon";

const chipClasses = cva("inline-flex max-w-full items-center gap-1 rounded-full py-0.5 pr-2.5 pl-1.5 text-sm font-medium whitespace-nowrap", {
  variants: {
    tone: {
      neutral: "bg-sunken text-muted dark:bg-line dark:text-ink",
      success: "bg-success-soft text-success-ink",
      pending: "bg-pending-soft text-pending-ink",
      danger: "bg-danger-soft text-danger-ink",
      info: "bg-info-soft text-info-ink",
    },
  },
});

type StatusChipProps = Omit<ComponentProps<"span">, "children"> & { tone: StatusTone; children: ReactNode; icon?: ReactNode };

/** A state in one or two words, always with an icon. */
export function StatusChip({ tone, icon, children, className, ...rest }: StatusChipProps) {
  return (
    <span className={cn(chipClasses({ tone }), className)} {...rest}>
      {icon ?? <ToneIcon tone={tone} className="size-3.5" />}
      <span className="truncate">{children}</span>
    </span>
  );
}
