import type { MessageStepView } from "@/application/messages/message-step-schemas";
import { formatLocal } from "@/domain/time/format-time";
import { cn } from "@/ui/class-names";

const WORDS: Readonly<Record<MessageStepView["kind"], string>> = { queued: "queued", sent: "sent", delivered: "delivered", read: "read", opened: "opened", clicked: "link followed", failed: "failed" };

/** "queued 24 Nov, 10:15 → sent 10:15 → delivered 10:16": the day is named where it changes. */
export function MessageStepsLine({ steps, className }: { steps: readonly MessageStepView[]; className?: string }) {
  return (
    <ol aria-label="What happened to it" className={cn("flex flex-wrap gap-x-1.5 text-sm text-muted", className)}>
      {steps.map((step, index) => {
        const { dayMonthShort, time } = formatLocal(step.localAt);
        const isNewDay = steps[index - 1]?.localAt.slice(0, 10) !== step.localAt.slice(0, 10);
        return (
          <li key={step.kind} className="tabular-nums">
            {index > 0 && <span aria-hidden="true">→ </span>}
            {WORDS[step.kind]}{" "}
            <time dateTime={step.at}>
              {isNewDay && `${dayMonthShort}, `}
              {time}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
