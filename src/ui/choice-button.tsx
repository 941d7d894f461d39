import type { ComponentProps } from "react";
import { cn } from "./class-names";

export type ChoiceButtonProps = ComponentProps<"button"> & {
  selected?: boolean;
  /** Shown quietly while someone else's choice makes this one impossible. */
  unavailable?: boolean;
};

/** One of several equal choices shown as large figures, such as times; the chosen one is filled. */
export function ChoiceButton({ selected = false, unavailable = false, className, type, onClick, ...rest }: ChoiceButtonProps) {
  return (
    <button
      type={type ?? "button"}
      aria-pressed={selected}
      aria-disabled={unavailable || undefined}
      onClick={unavailable ? undefined : onClick}
      className={cn(
        "time-figure inline-flex min-h-11 min-w-20 items-center justify-center gap-1.5 rounded-lg border px-3 py-2 text-lg transition-colors",
        selected && "border-primary bg-primary text-on-primary",
        !selected && !unavailable && "border-line bg-raised text-ink hover:border-primary hover:bg-primary-soft hover:text-primary-ink",
        !selected && unavailable && "cursor-not-allowed border-dashed border-line text-muted line-through",
        className,
      )}
      {...rest}
    />
  );
}
