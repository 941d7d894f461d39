import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Spinner } from "./spinner";

/** Says what is being waited for, politely announced. */
export function SpinnerWithWords({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <p role="status" className={cn("inline-flex items-center gap-2 text-muted", className)}>
      <Spinner />
      {children}
    </p>
  );
}
