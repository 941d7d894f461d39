import type { ReactNode } from "react";
import { cva } from "class-variance-authority";
import { cn } from "./class-names";
import type { StatusTone } from "./status-tone";
import { ToneIcon } from "./tone-icon";

const alertClasses = cva("flex flex-wrap items-start gap-x-3 gap-y-2 rounded-lg border px-4 py-3", {
  variants: {
    tone: {
      neutral: "border-line bg-sunken",
      success: "border-success/30 bg-success-soft",
      pending: "border-pending/50 bg-pending-soft",
      danger: "border-danger/35 bg-danger-soft",
      info: "border-info/30 bg-info-soft",
    },
  },
});

const iconColour = {
  neutral: "text-muted",
  success: "text-success-ink",
  pending: "text-pending-ink",
  danger: "text-danger-ink",
  info: "text-info-ink",
} satisfies Record<StatusTone, string>;

type AlertProps = {
  tone?: StatusTone;
  title?: ReactNode;
  children?: ReactNode;
  /** One button or link that helps. */
  action?: ReactNode;
  /** `assertive` for what just went wrong, `polite` for what just changed; nothing when it was there from the start. */
  announce?: "assertive" | "polite";
  className?: string;
};

/** A notice in the flow of the page: what happened, whether anything was saved, what to do. */
export function Alert({ tone = "info", title, children, action, announce, className }: AlertProps) {
  const role = announce === "assertive" ? "alert" : announce === "polite" ? "status" : undefined;
  return (
    <div role={role} className={cn(alertClasses({ tone }), className)}>
      <ToneIcon tone={tone} className={cn("mt-0.5 size-4.5", iconColour[tone])} />
      <div className="min-w-0 flex-1 basis-48">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className={title ? "text-sm text-ink" : undefined}>{children}</div>}
      </div>
      {action && <div className="shrink-0 self-center">{action}</div>}
    </div>
  );
}
