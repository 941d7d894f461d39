import { AppError } from "@/application/shared/errors";
import { appointmentKind, type AppointmentTemplate } from "@/domain/messages/appointment-kinds";
import { WORDED_BY_CLINIC } from "@/domain/messages/wording";
import type { WordedTemplate } from "@/domain/messages/words/message-words";

/** Words that a message takes in some states. */
const VARIANTS: Partial<Record<WordedTemplate, { readonly template: AppointmentTemplate; readonly title: string }>> = {
  "move-requested": { template: "booking-rescheduled", title: "New time requested" },
  "calendar-awaited": { template: "booking-pending", title: "Waiting for the calendar" },
  "provider-calendar-awaited": { template: "provider-booking-pending", title: "Waiting for the calendar" },
};

/** A message by the name of its words, also where they are those of a state; null for a name that none has. */
export const findWorded = (name: string): WordedTemplate | null => [...WORDED_BY_CLINIC, "provider-calendar-awaited" as const].find((worded) => worded === name) ?? null;

/** A message whose words a clinic may choose. Throws NOT_FOUND for any other. */
export function wordedTemplate(name: string): WordedTemplate {
  const template = WORDED_BY_CLINIC.find((worded) => worded === name);
  if (template === undefined) throw new AppError("NOT_FOUND", { message: "There is no message of this name whose words a clinic may choose." });
  return template;
}

/** The message that carries these words. */
export const templateOfWords = (worded: WordedTemplate): AppointmentTemplate => VARIANTS[worded]?.template ?? (worded as AppointmentTemplate);

export const wordedTitle = (worded: WordedTemplate): string => VARIANTS[worded]?.title ?? appointmentKind(templateOfWords(worded)).title;

/** In which state an example has to be to take these words. */
export const stateOf = (name: string): { isAwaited: boolean; awaitsCalendar: boolean } => ({ isAwaited: name === "move-requested" || name.endsWith("calendar-awaited"), awaitsCalendar: name.endsWith("calendar-awaited") });
