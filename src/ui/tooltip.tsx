"use client";

import type { ReactNode } from "react";
import * as Radix from "radix-ui/tooltip";

/** Adds a sentence to something focusable. Never the only place where a fact is told: touch screens do not show it. */
export function Tooltip({ words, children, side = "top" }: { words: ReactNode; children: ReactNode; side?: "top" | "right" | "bottom" | "left" }) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>
        <Radix.Portal>
          <Radix.Content side={side} sideOffset={6} collisionPadding={8} className="z-50 max-w-64 rounded-md bg-ink px-2.5 py-1.5 text-sm text-surface data-[state=delayed-open]:animate-appear">
            {words}
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </Radix.Provider>
  );
}
