import type { ComponentProps } from "react";
import { Check } from "lucide-react";
import { cn } from "./class-names";

/** A filter that is on or off. */
export function ChipToggle({ pressed, className, type, children, ...rest }: ComponentProps<"button"> & { pressed: boolean }) {
  return (
    <button
      type={type ?? "button"}
      aria-pressed={pressed}
      className={cn(
        "inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 py-1 text-sm font-medium transition-colors pointer-coarse:min-h-11 pointer-coarse:px-4",
        pressed ? "border-primary bg-primary-soft text-primary-ink" : "border-line bg-raised text-ink hover:border-control",
        className,
      )}
      {...rest}
    >
      {pressed && <Check aria-hidden="true" className="size-3.5" />}
      {children}
    </button>
  );
}
