"use client";

import { useRef } from "react";

interface FocusHandlers {
  onOpenAutoFocus?: () => void;
  onCloseAutoFocus?: (event: Event) => void;
}

/** Radix gives the focus back to its own trigger only; a panel opened in another way gives it back to what had it before. */
export function useReturnFocus(hasTrigger: boolean): FocusHandlers {
  const before = useRef<HTMLElement | null>(null);
  if (hasTrigger) return {};
  return {
    onOpenAutoFocus() {
      before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    onCloseAutoFocus(event) {
      event.preventDefault();
      before.current?.focus();
    },
  };
}
