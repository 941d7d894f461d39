import type { RefObject } from "react";
import type { SetupView } from "@/application/providers/own-provider-schemas";

export const SETUP_STEPS = ["profile", "services", "hours", "calendar", "done"] as const;

export type SetupStep = (typeof SETUP_STEPS)[number];

export const SETUP_LABELS: Readonly<Record<SetupStep, string>> = { profile: "You", services: "Services", hours: "Hours", calendar: "Calendar", done: "Done" };

export interface StepProps {
  readonly setup: SetupView;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onDone: (next: SetupStep) => Promise<void>;
  readonly onBack: (() => void) | undefined;
}

export const stepIndex = (step: SetupStep): number => SETUP_STEPS.indexOf(step);

export const stepBefore = (step: SetupStep): SetupStep | null => SETUP_STEPS[stepIndex(step) - 1] ?? null;

/** The first step that still needs something, from what is stored. */
export function reachedStep({ provider, hasServices, hasHours }: SetupView): SetupStep {
  if (provider === null) return "profile";
  if (provider.status !== "DRAFT") return "done";
  if (!hasServices) return "services";
  return hasHours ? "calendar" : "hours";
}
