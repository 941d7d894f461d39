import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  /** The accessible name; also the native tooltip. */
  label: string;
  icon: ReactNode;
  bordered?: boolean;
};

/** A square button that shows only an icon: 36 px, 44 px on touch screens. */
export function IconButton({ label, icon, bordered, className, type, ...rest }: IconButtonProps) {
  return (
    <button
      type={type ?? "button"}
      aria-label={label}
      title={label}
      className={cn(
        "inline-flex size-9 shrink-0 items-center justify-center rounded-lg border text-muted transition-colors hover:bg-sunken hover:text-ink dark:hover:bg-line",
        "aria-disabled:cursor-not-allowed aria-disabled:opacity-40 disabled:cursor-not-allowed disabled:opacity-40 pointer-coarse:size-11 [&_.lucide]:size-4.5",
        bordered ? "border-line bg-raised" : "border-transparent",
        className,
      )}
      {...rest}
    >
      {icon}
    </button>
  );
}
