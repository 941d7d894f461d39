"use client";

import { useEffect, useRef, type MouseEvent } from "react";
import { CircleAlert } from "lucide-react";

export type FieldProblem = { fieldId: string; message: string };

type ErrorSummaryProps = {
  problems: readonly FieldProblem[];
  title?: string;
  /** Change it at each failed submit, so that the summary takes the focus again. */
  attempt?: number;
};

function focusField(event: MouseEvent<HTMLAnchorElement>, fieldId: string) {
  const field = document.getElementById(fieldId);
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView({ block: "center" });
}

/** Lists what must be put right, each line leading to its field. Takes the focus when it appears. */
export function ErrorSummary({ problems, title = "Please check these details", attempt = 0 }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  const hasProblems = problems.length > 0;
  useEffect(() => {
    if (hasProblems) box.current?.focus();
  }, [attempt, hasProblems]);
  if (!hasProblems) return null;
  return (
    <div ref={box} tabIndex={-1} role="group" aria-labelledby="error-summary-title" className="rounded-lg border border-danger bg-danger-soft p-4 outline-danger">
      <h2 id="error-summary-title" className="flex items-center gap-2 text-lg text-danger-ink">
        <CircleAlert aria-hidden="true" className="size-4.5" />
        {title}
      </h2>
      <ul className="mt-1 pl-6.5">
        {problems.map(({ fieldId, message }) => (
          <li key={fieldId}>
            <a href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)} className="inline-block py-0.5 text-danger-ink underline underline-offset-3 hover:decoration-2">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
