import type { ReactNode } from "react";

export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="rounded-sm border border-line bg-sunken px-1.5 py-px font-sans text-xs text-muted dark:bg-line dark:text-ink">{children}</kbd>;
}
