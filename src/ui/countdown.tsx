"use client";

import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { cn } from "./class-names";
import { countdownMoment, countdownWords, formatCountdown } from "./countdown-words";

type CountdownProps = {
  /** Epoch milliseconds by the server's clock. */
  endsAt: number;
  /** Server's clock minus this device's, in milliseconds, when known. */
  clockOffset?: number;
  /** Words before the figure, such as "Held for you for". */
  label?: string;
  /** Called once when it reaches zero. */
  onEnd?: () => void;
  className?: string;
};

function subscribe(onTick: () => void) {
  const timer = setInterval(onTick, 250);
  return () => clearInterval(timer);
}

/** A calm mm:ss. Ticks silently; screen readers hear it at five, two and one minutes, at thirty seconds and at the end. */
export function Countdown({ endsAt, clockOffset = 0, label, onEnd, className }: CountdownProps) {
  const readSeconds = useCallback(() => Math.max(0, Math.ceil((endsAt - Date.now() - clockOffset) / 1000)), [endsAt, clockOffset]);
  const secondsLeft = useSyncExternalStore(subscribe, readSeconds, () => null);
  const ended = secondsLeft === 0;

  const latestOnEnd = useRef(onEnd);
  useEffect(() => {
    latestOnEnd.current = onEnd;
  }, [onEnd]);
  useEffect(() => {
    if (ended) latestOnEnd.current?.();
  }, [ended]);

  const moment = secondsLeft === null ? null : countdownMoment(secondsLeft);
  return (
    <span className={cn("inline-flex items-baseline gap-1.5", className)}>
      {label}
      <span role="timer" aria-live="off" className="time-figure">
        {secondsLeft === null ? "–:––" : formatCountdown(secondsLeft)}
      </span>
      <span aria-live="polite" className="sr-only">
        {moment === null ? "" : countdownWords(moment)}
      </span>
    </span>
  );
}
