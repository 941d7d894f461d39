import type { ReactNode } from "react";

/** A whole page that says why there is nothing else on it, and where to go from here. */
export function PageNotice({ icon, title, children, actions }: { icon: ReactNode; title: string; children: ReactNode; actions: ReactNode }) {
  return (
    <div className="mx-auto max-w-xl py-16 sm:py-24">
      <span aria-hidden="true" className="mb-5 grid size-12 place-items-center rounded-xl bg-primary-soft text-primary-ink [&_.lucide]:size-6">
        {icon}
      </span>
      <h1>{title}</h1>
      <div className="mt-3 text-muted">{children}</div>
      <div className="mt-6 flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
