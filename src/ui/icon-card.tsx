import type { ReactNode } from "react";
import { Card } from "./card";
import { cn } from "./class-names";

type IconCardProps = {
  /** The heading's id is made of it. */
  id: string;
  icon: ReactNode;
  title: string;
  detail?: ReactNode;
  /** How it stands. */
  chip?: ReactNode;
  isProminent?: boolean;
  children?: ReactNode;
};

/** A card that begins with an icon, what it is and how it stands. */
export function IconCard({ id, icon, title, detail, chip, isProminent = false, children }: IconCardProps) {
  return (
    <Card id={id} aria-labelledby={`${id}-title`} className="p-5">
      <div className="flex items-start gap-4">
        <span aria-hidden="true" className={cn("grid size-10 shrink-0 place-items-center rounded-lg", isProminent ? "bg-primary-soft text-primary-ink" : "bg-sunken text-muted dark:bg-surface")}>
          {icon}
        </span>
        <div className="min-w-0 grow">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <h2 id={`${id}-title`} className="text-lg">
              {title}
            </h2>
            {chip}
          </div>
          {detail && <p className="mt-1 text-muted">{detail}</p>}
        </div>
      </div>
      {children && <div className="mt-5 min-w-0">{children}</div>}
    </Card>
  );
}
