import type { ReactNode } from "react";
import { cn } from "./class-names";

type EmptyStateProps = {
  icon?: ReactNode;
  /** What belongs here. */
  title: ReactNode;
  /** Why it is empty, and what happens once it is not. */
  children: ReactNode;
  /** The one button. */
  action?: ReactNode;
  level?: 2 | 3;
  className?: string;
};

export function EmptyState({ icon, title, children, action, level = 2, className }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className={cn("flex flex-col items-center rounded-xl border border-dashed border-line px-6 py-12 text-center", className)}>
      {icon && (
        <span aria-hidden="true" className="mb-4 grid size-12 place-items-center rounded-xl bg-primary-soft text-primary-ink [&_.lucide]:size-6">
          {icon}
        </span>
      )}
      <Heading className="text-lg">{title}</Heading>
      <div className="mt-1 max-w-md text-muted">{children}</div>
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
