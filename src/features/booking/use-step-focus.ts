"use client";

import { useEffect, useRef, type RefObject } from "react";

/**
 * Moves the focus to the heading of a step when the step changes, and not when the page first appears. The step's box,
 * marked `data-step`, is scrolled into view; what it has to say first, marked `data-notice`, to the middle.
 */
export function useStepFocus(step: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    // A dialog that closes at the same moment gives the focus back first.
    const timer = setTimeout(() => {
      heading.current?.focus({ preventScroll: true });
      const box = heading.current?.closest("[data-step]");
      const notice = box?.querySelector("[data-notice]");
      if (notice) notice.scrollIntoView({ block: "center" });
      else box?.scrollIntoView({ block: "start" });
    });
    return () => clearTimeout(timer);
  }, [step]);
  return heading;
}
