import type { ComponentProps, ReactNode } from "react";
import { Check } from "lucide-react";
import { cn } from "./class-names";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** Keeps the label for screen readers only, as in a table's selection column. */
  hideLabel?: boolean;
};

/** A native checkbox with its label; the whole line is the target. */
export function Checkbox({ label, hint, hideLabel = false, className, ...rest }: CheckboxProps) {
  return (
    <label className={cn("flex min-w-6 items-start gap-2.5 py-0.5 has-disabled:cursor-not-allowed has-disabled:text-muted pointer-coarse:min-h-11 pointer-coarse:items-center", className)}>
      <span className="relative mt-px grid size-5 shrink-0 place-items-center">
        <input
          type="checkbox"
          className="peer absolute inset-0 size-5 appearance-none rounded-sm border border-control bg-raised transition-colors checked:border-primary checked:bg-primary hover:border-ink checked:hover:bg-primary-hover disabled:border-line disabled:bg-sunken aria-invalid:border-danger"
          {...rest}
        />
        <Check aria-hidden="true" className="pointer-events-none relative size-3.5 text-on-primary opacity-0 peer-checked:opacity-100" />
      </span>
      <span className={hideLabel ? "sr-only" : undefined}>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}
