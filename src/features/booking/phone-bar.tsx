import type { ReactNode } from "react";

/** The bar at the bottom of a phone's screen: what is offered or chosen, and the one button. */
export function PhoneBar({ label, children, action }: { label: string; children: ReactNode; action: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="sticky bottom-0 z-20 -mx-4 mt-6 flex items-center justify-between gap-4 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:-mx-6 sm:px-6 lg:hidden"
    >
      <div className="min-w-0">{children}</div>
      <div className="shrink-0">{action}</div>
    </section>
  );
}
