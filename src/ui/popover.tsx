"use client";

import type { ReactNode } from "react";
import * as Radix from "radix-ui/popover";
import { cn } from "./class-names";
import { floatingClasses } from "./overlay-classes";

type PopoverProps = {
  trigger: ReactNode;
  /** Accessible name of the floating panel. */
  label: string;
  children: ReactNode;
  align?: "start" | "center" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
};

export function Popover({ trigger, label, children, align = "start", open, onOpenChange, className }: PopoverProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={6} collisionPadding={12} aria-label={label} className={cn(floatingClasses, "w-72 max-w-[calc(100vw-1.5rem)] p-4", className)}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
