import { Check } from "lucide-react";
import { cn } from "@/ui/class-names";
import { SETUP_LABELS, SETUP_STEPS, stepIndex, type SetupStep } from "./setup-steps";

/** Where one is, what is done, what comes. */
export function StepList({ current, reached, onOpen }: { current: SetupStep; reached: SetupStep; onOpen: (step: SetupStep) => void }) {
  return (
    <nav aria-label="Set-up" className="mb-8">
      <ol className="flex flex-wrap gap-x-1 gap-y-2">
        {SETUP_STEPS.map((step, index) => {
          const isDone = index < stepIndex(reached) || reached === "done";
          const isOpen = index <= stepIndex(reached);
          return (
            <li key={step} className="flex items-center gap-1">
              <button
                type="button"
                disabled={!isOpen}
                aria-current={step === current ? "step" : undefined}
                onClick={() => onOpen(step)}
                className={cn("flex min-h-9 items-center gap-2 rounded-full px-2.5 text-sm font-medium pointer-coarse:min-h-11", step === current ? "bg-primary-soft text-primary-ink" : isOpen ? "hover:bg-sunken" : "text-muted")}
              >
                <span className={cn("grid size-6 place-items-center rounded-full border text-xs tabular-nums", isDone ? "border-primary bg-primary text-on-primary" : "border-control")}>
                  {isDone ? <Check aria-label="Done" className="size-3.5" /> : index + 1}
                </span>
                <span className={cn(step !== current && "max-sm:sr-only")}>{SETUP_LABELS[step]}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
