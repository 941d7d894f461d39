"use client";

import { Check, ChevronDown } from "lucide-react";
import * as Radix from "radix-ui/select";
import { cn } from "./class-names";
import { controlClasses } from "./control-classes";
import { floatingClasses, menuItemClasses } from "./overlay-classes";

export type SelectOption = { value: string; label: string; detail?: string; disabled?: boolean };

type SelectProps = {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  name?: string;
  id?: string;
  required?: boolean;
  disabled?: boolean;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  className?: string;
};

/** For rich options on desk pages; patient forms use NativeSelect. Spread a Field's control on it. */
export function Select({ options, value, defaultValue, onValueChange, placeholder = "Choose", name, required, disabled, className, ...control }: SelectProps) {
  return (
    <Radix.Root value={value} defaultValue={defaultValue} onValueChange={onValueChange} name={name} required={required} disabled={disabled}>
      <Radix.Trigger {...control} className={cn(controlClasses, "flex min-h-10 items-center justify-between gap-2 py-2 text-left data-placeholder:text-muted pointer-coarse:min-h-11", className)}>
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown aria-hidden="true" className="size-4 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content position="popper" sideOffset={6} collisionPadding={12} className={cn(floatingClasses, "max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) overflow-hidden")}>
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item key={option.value} value={option.value} disabled={option.disabled} textValue={option.label} className={cn(menuItemClasses, "pr-8")}>
                <span className="min-w-0">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  {option.detail && <span className="block text-sm text-muted">{option.detail}</span>}
                </span>
                <Radix.ItemIndicator className="absolute right-2.5">
                  <Check aria-hidden="true" className="text-primary-ink" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
