import { ArrowLeft } from "lucide-react";
import type { ReactNode, RefObject } from "react";
import { Button } from "@/ui/button";

type StepFrameProps = { heading: RefObject<HTMLHeadingElement | null>; title: string; detail: ReactNode; onBack?: () => void; actions: ReactNode; children: ReactNode };

/** One decision: a heading that takes the focus, the decision, the way on and the way back. */
export function StepFrame({ heading, title, detail, onBack, actions, children }: StepFrameProps) {
  return (
    <section aria-labelledby="step-title">
      <h1 ref={heading} id="step-title" tabIndex={-1}>
        {title}
      </h1>
      <p className="mt-1 max-w-prose text-muted">{detail}</p>
      <div className="mt-6">{children}</div>
      <div className="mt-8 flex flex-wrap items-center justify-between gap-3">
        {onBack ? (
          <Button variant="quiet" onClick={onBack}>
            <ArrowLeft aria-hidden="true" />
            Back
          </Button>
        ) : (
          <span />
        )}
        <div className="flex flex-wrap gap-2 max-sm:grow max-sm:justify-end">{actions}</div>
      </div>
    </section>
  );
}
