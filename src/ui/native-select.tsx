import type { ComponentProps } from "react";
import { ChevronDown } from "lucide-react";
import { cn } from "./class-names";
import { controlClasses } from "./control-classes";

/** The platform's own list: best on phones and in forms that must work before scripts arrive. */
export function NativeSelect({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className={cn("relative block", className)}>
      <select className={cn(controlClasses, "min-h-10 appearance-none py-2 pr-9 pointer-coarse:min-h-11")} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden="true" className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted" />
    </span>
  );
}
