import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

type SwitchProps = Omit<ComponentProps<"input">, "type" | "role" | "children"> & { label: ReactNode; hint?: ReactNode; hideLabel?: boolean };

/** For settings that take effect at once; in a form that is saved, use a checkbox. */
export function Switch({ label, hint, hideLabel = false, className, ...rest }: SwitchProps) {
  return (
    <label className={cn("flex items-start justify-between gap-4 py-0.5 has-disabled:cursor-not-allowed has-disabled:text-muted pointer-coarse:min-h-11 pointer-coarse:items-center", className)}>
      <span className={hideLabel ? "sr-only" : undefined}>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
      <span className="relative inline-flex h-6 w-10 shrink-0">
        <input
          type="checkbox"
          role="switch"
          className="peer absolute inset-0 appearance-none rounded-full border border-control bg-sunken transition-colors checked:border-primary checked:bg-primary hover:border-ink disabled:opacity-50"
          {...rest}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1 left-1 size-4 rounded-full bg-control transition-transform peer-checked:translate-x-4 peer-checked:bg-on-primary"
        />
      </span>
    </label>
  );
}
