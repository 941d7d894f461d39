"use client";

import { useState, type ComponentProps, type KeyboardEvent } from "react";
import { Input } from "@/ui/input";
import { fieldText, readClock } from "./minutes-text";

type ClockInputProps = Omit<ComponentProps<"input">, "value" | "onChange" | "type"> & {
  /** Minutes from midnight; null while no time is chosen. */
  minute: number | null;
  onMinuteChange: (minute: number) => void;
};

const KEY_STEPS: Readonly<Record<string, number>> = { ArrowUp: 15, ArrowDown: -15, PageUp: 60, PageDown: -60 };

/**
 * A time of day, always written "17:00": the browser's own field shows 12 hours in some places and cuts the am or pm off.
 * Understands "9", "930", "17.30" and "5pm"; the arrow keys move it by 15 minutes.
 */
export function ClockInput({ minute, onMinuteChange, onBlur, className, ...rest }: ClockInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const commit = (text: string) => {
    const read = readClock(text);
    if (read !== null && read !== minute) onMinuteChange(read);
    setTyped(null);
  };
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && typed !== null) commit(typed);
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setTyped(null);
    onMinuteChange(((minute ?? 540) + step + 1440) % 1440);
  }
  return (
    <Input
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      placeholder="00:00"
      value={typed ?? (minute === null ? "" : fieldText(minute))}
      onChange={(event) => {
        setTyped(event.target.value);
        // A complete time counts at once, so that what depends on it follows the typing.
        const complete = /^\d{2}:\d{2}$/.test(event.target.value) ? readClock(event.target.value) : null;
        if (complete !== null) onMinuteChange(complete);
      }}
      onFocus={(event) => event.target.select()}
      onBlur={(event) => {
        if (typed !== null) commit(typed);
        onBlur?.(event);
      }}
      onKeyDown={onKeyDown}
      className={className}
    />
  );
}
