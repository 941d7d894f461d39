export type Recipient = "PATIENT" | "PROVIDER";
export type MessageChannel = "EMAIL" | "SMS" | "WHATSAPP";

export const PATIENT_TEMPLATES = ["booking-pending", "booking-confirmed", "booking-approved", "booking-declined", "booking-rescheduled", "booking-cancelled", "booking-expired", "meet-ready", "reminder"] as const;
export const PROVIDER_TEMPLATES = ["provider-booking-pending", "provider-booking-confirmed", "provider-booking-rescheduled", "provider-booking-cancelled", "provider-booking-expired"] as const;

export type PatientTemplate = (typeof PATIENT_TEMPLATES)[number];
export type ProviderTemplate = (typeof PROVIDER_TEMPLATES)[number];
/** What a message about an appointment says. */
export type AppointmentTemplate = PatientTemplate | ProviderTemplate;

/** Tells a provider that a calendar has to be connected again; about no appointment. */
export const RECONNECT_TEMPLATE = "calendar-reconnect";

/** Tells a provider what became of an import from their calendar. */
export const IMPORT_TEMPLATE = "calendar-import-report";

/** Asks a provider what a change they made in Google shall mean. */
export const EDIT_QUESTION_TEMPLATE = "calendar-edit-question";

const REMINDER = /^reminder-(\d{1,6})$/;
const templates = new Set<string>([...PATIENT_TEMPLATES, ...PROVIDER_TEMPLATES]);
const isAppointmentTemplate = (name: string): name is AppointmentTemplate => templates.has(name);

/** The stored name of a reminder: its lead in minutes is part of it. */
export const reminderTemplate = (minutesBefore: number): string => `reminder-${minutesBefore}`;

/** Reads a stored template name. Null when it is about no appointment. */
export function readTemplate(name: string): { readonly template: AppointmentTemplate; readonly minutesBefore: number | null } | null {
  const minutes = REMINDER.exec(name)?.[1];
  if (minutes !== undefined) return { template: "reminder", minutesBefore: Number(minutes) };
  return isAppointmentTemplate(name) ? { template: name, minutesBefore: null } : null;
}
