import type { ComponentProps } from "react";
import { cn } from "./class-names";

export function Label({ className, optional, children, ...rest }: ComponentProps<"label"> & { optional?: boolean }) {
  return (
    <label className={cn("block font-medium", className)} {...rest}>
      {children}
      {optional && <span className="font-normal text-muted"> (optional)</span>}
    </label>
  );
}
