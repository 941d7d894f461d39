import type { ReactNode } from "react";
import { cn } from "./class-names";

type PageHeaderProps = {
  title: ReactNode;
  detail?: ReactNode;
  /** Breadcrumb or a way back, above the title. */
  before?: ReactNode;
  /** Chips beside the title. */
  status?: ReactNode;
  /** At most one primary button. */
  actions?: ReactNode;
  className?: string;
};

/** The page's one h1. */
export function PageHeader({ title, detail, before, status, actions, className }: PageHeaderProps) {
  return (
    <header className={cn("mb-6", className)}>
      {before && <div className="mb-2">{before}</div>}
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 tabIndex={-1}>{title}</h1>
            {status}
          </div>
          {detail && <p className="mt-1 max-w-prose text-muted">{detail}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </div>
    </header>
  );
}
