import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

/** A raised surface with a hairline border. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return <section className={cn("min-w-0 rounded-xl border border-line bg-raised", className)} {...rest} />;
}

type CardHeaderProps = { title: ReactNode; detail?: ReactNode; action?: ReactNode; headingId?: string; level?: 2 | 3; className?: string };

export function CardHeader({ title, detail, action, headingId, level = 2, className }: CardHeaderProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <header className={cn("flex flex-wrap items-start justify-between gap-x-4 gap-y-2 px-5 pt-5", className)}>
      <div className="min-w-0">
        <Heading id={headingId} className="text-lg">
          {title}
        </Heading>
        {detail && <p className="text-sm text-muted">{detail}</p>}
      </div>
      {action && <div className="flex shrink-0 flex-wrap items-center gap-2">{action}</div>}
    </header>
  );
}

export function CardBody({ className, ...rest }: ComponentProps<"div">) {
  return <div className={cn("px-5 py-5", className)} {...rest} />;
}
