import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { controlClasses } from "./control-classes";

export function Input({ className, type, ...rest }: ComponentProps<"input">) {
  return <input type={type ?? "text"} className={cn(controlClasses, "min-h-10 py-2 read-only:bg-sunken pointer-coarse:min-h-11", className)} {...rest} />;
}
