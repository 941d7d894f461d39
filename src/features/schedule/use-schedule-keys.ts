"use client";

import { useEffect, useRef } from "react";

export interface ScheduleKeys {
  readonly today: () => void;
  readonly back: () => void;
  readonly forward: () => void;
  readonly newBooking: () => void;
  readonly help: () => void;
}

/** T, ←, →, N and ? anywhere on the page, except where something is being typed or a dialog is open. */
export function useScheduleKeys(keys: ScheduleKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isBusyElsewhere(event.target)) return;
      const act = { t: latest.current.today, arrowleft: latest.current.back, arrowright: latest.current.forward, n: latest.current.newBooking, "?": latest.current.help }[event.key.toLowerCase()];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (document.querySelector("[role=dialog], [role=alertdialog], [role=menu], [role=listbox]") !== null) return true;
  return target instanceof HTMLElement && target.closest("input, select, textarea, [contenteditable], [role=tab], [role=combobox]") !== null;
}
