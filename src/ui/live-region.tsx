"use client";

import { useCallback, useState, type ReactNode } from "react";

/** Polite announcements: render `region` once, call `announce("12 times on Tuesday")` when something changed. */
export function useLiveRegion(): { announce: (words: string) => void; region: ReactNode } {
  const [said, setSaid] = useState({ words: "", turn: 0 });
  const announce = useCallback((words: string) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  // Two alternating nodes, because repeating the same words in one node is not read again.
  const region = (
    <div aria-live="polite" aria-atomic="true" className="sr-only">
      <span>{said.turn % 2 === 0 ? said.words : ""}</span>
      <span>{said.turn % 2 === 1 ? said.words : ""}</span>
    </div>
  );
  return { announce, region };
}
