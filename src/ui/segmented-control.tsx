import { useId, type ReactNode } from "react";
import { cn } from "./class-names";

export type Segment<Value extends string> = { value: Value; label: ReactNode };

type SegmentedControlProps<Value extends string> = {
  /** Accessible name of the choice, not shown. */
  label: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

/** A choice between two to five views of the same thing. */
export function SegmentedControl<Value extends string>({ label, segments, value, onValueChange, className }: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <fieldset className={cn("inline-flex max-w-full rounded-lg border border-line bg-sunken p-0.5", className)}>
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cn(
            "relative inline-flex min-h-8 grow items-center justify-center rounded-md border border-transparent px-3 py-1 text-sm font-medium text-muted transition-colors hover:text-ink pointer-coarse:min-h-11",
            "has-checked:border-line has-checked:bg-raised has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-primary",
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onValueChange(segment.value)}
            className="absolute inset-0 appearance-none rounded-md outline-none"
          />
          {segment.label}
        </label>
      ))}
    </fieldset>
  );
}
