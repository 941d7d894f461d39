import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlClasses } from "./control-classes";

/** Grows with its content where the browser can. */
export function Textarea({ className, rows, ...rest }: ComponentProps<"textarea">) {
  return <textarea rows={rows ?? 3} className={cn(controlClasses, "field-sizing-content min-h-20 py-2 read-only:bg-sunken", className)} {...rest} />;
}
