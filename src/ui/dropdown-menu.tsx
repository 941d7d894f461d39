"use client";

import type { ReactNode } from "react";
import * as Radix from "radix-ui/dropdown-menu";
import { cn } from "./class-names";
import { floatingClasses, menuItemClasses } from "./overlay-classes";

type DropdownMenuProps = { trigger: ReactNode; label: string; children: ReactNode; align?: "start" | "end" };

/** Acts on one thing. Children are DropdownMenuItem, DropdownMenuLink and DropdownMenuSeparator. */
export function DropdownMenu({ trigger, label, children, align = "end" }: DropdownMenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content align={align} sideOffset={6} collisionPadding={12} aria-label={label} className={cn(floatingClasses, "min-w-48 p-1")}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

type DropdownMenuItemProps = { children: ReactNode; icon?: ReactNode; tone?: "neutral" | "danger"; disabled?: boolean; onSelect: () => void };

export function DropdownMenuItem({ children, icon, tone = "neutral", disabled, onSelect }: DropdownMenuItemProps) {
  return (
    <Radix.Item disabled={disabled} onSelect={onSelect} className={cn(menuItemClasses, tone === "danger" && "text-danger-ink")}>
      {icon}
      {children}
    </Radix.Item>
  );
}

/** The only child is a link. */
export function DropdownMenuLink({ children }: { children: ReactNode }) {
  return (
    <Radix.Item asChild className={menuItemClasses}>
      {children}
    </Radix.Item>
  );
}

export function DropdownMenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
