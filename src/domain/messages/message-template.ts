import type { APPOINTMENT_KINDS} from "./appointment-kinds";
import { appointmentKind, readAppointmentTemplate, type AppointmentTemplate, type Recipient } from "./appointment-kinds";

export type MessageChannel = "EMAIL" | "SMS" | "WHATSAPP";

type TemplateFor<R extends Recipient> = { [K in AppointmentTemplate]: (typeof APPOINTMENT_KINDS)[K]["recipient"] extends R ? K : never }[AppointmentTemplate];
export type PatientTemplate = TemplateFor<"PATIENT">;
export type ProviderTemplate = TemplateFor<"PROVIDER">;

const REMINDER = /^reminder-(\d{1,6})$/;

/** The stored name of a reminder: its lead in minutes is part of it. */
export const reminderTemplate = (minutesBefore: number): string => `reminder-${minutesBefore}`;

/** Reads a stored template name. Null when it is about no appointment. */
export function readTemplate(name: string): { readonly template: AppointmentTemplate; readonly minutesBefore: number | null } | null {
  const minutes = REMINDER.exec(name)?.[1];
  if (minutes !== undefined) return { template: "reminder", minutesBefore: Number(minutes) };
  const template = readAppointmentTemplate(name);
  return template && { template, minutesBefore: null };
}

/** Whether a contact card goes along with a message of this stored name. */
export function carriesCard(name: string): boolean {
  const template = readAppointmentTemplate(name);
  return name === "staff-card" || (template !== null && appointmentKind(template).carriesCard === true);
}
