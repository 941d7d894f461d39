import type { Recipient } from "./appointment-kinds";
import type { MessageChannel, PatientTemplate, ProviderTemplate } from "./message-template";
import type { NoticeTemplate } from "./notice-kinds";
import type { ReminderStep } from "./reminder-step";

export type BookingChange = "confirmed" | "pending" | "approved" | "declined" | "rescheduled" | "cancelled" | "expired" | "meet-ready" | "clashes";

export const REMINDER_CHOICES = ["EMAIL", "SMS", "WHATSAPP", "NONE"] as const;
export type ReminderChoice = (typeof REMINDER_CHOICES)[number];
/** Reads a stored choice; anything else counts as none made. */
export const readReminderChoice = (stored: string | null): ReminderChoice | null => REMINDER_CHOICES.find((choice) => choice === stored) ?? null;

export interface MessageAudience {
  /** Whose act the change was. */
  readonly actedBy: "patient" | "provider" | "staff" | "system";
  readonly patient: {
    readonly channels: readonly MessageChannel[];
    readonly email: string | null;
    readonly phone: string | null;
    /** Where the patient wants reminders: nowhere, on one channel, or null for whatever the service plans. */
    readonly reminderChoice: ReminderChoice | null;
  };
  readonly provider: { readonly email: string; readonly phone: string | null; readonly notifyByEmail: boolean; readonly notifyBySms: boolean; readonly notifyByCard: boolean };
}

export interface PlannedMessage {
  readonly recipient: Recipient;
  readonly channel: MessageChannel;
  readonly address: string;
  readonly template: string;
  /** Planning the same message twice yields the same key. */
  readonly dedupeKey: string;
  /** The message that could not reach them, when this one goes in its place. */
  readonly insteadOfId?: string;
}

/** Of a clash the patient reads on their page; nothing has changed for them. */
const FOR_PATIENT: Record<Exclude<BookingChange, "clashes">, PatientTemplate> = {
  confirmed: "booking-confirmed",
  pending: "booking-pending",
  approved: "booking-approved",
  declined: "booking-declined",
  rescheduled: "booking-rescheduled",
  cancelled: "booking-cancelled",
  expired: "booking-expired",
  "meet-ready": "meet-ready",
};

/** Providers hear of what others did with their time, never of their own answers. */
const FOR_PROVIDER: Partial<Record<BookingChange, ProviderTemplate>> = {
  confirmed: "provider-booking-confirmed",
  pending: "provider-booking-pending",
  rescheduled: "provider-booking-rescheduled",
  cancelled: "provider-booking-cancelled",
  expired: "provider-booking-expired",
  clashes: "provider-booking-clashes",
};

/** Who is told of a change of a booking, and how. One entry per recipient and channel. */
export function planMessages(booking: { readonly id: string; readonly version: number }, change: BookingChange, audience: MessageAudience): PlannedMessage[] {
  const key = `${booking.id}:${booking.version}`;
  const providerTemplate = FOR_PROVIDER[change];
  return [
    ...(change === "clashes" ? [] : toPatient(key, FOR_PATIENT[change], audience.patient)),
    ...(providerTemplate && audience.actedBy !== "provider" ? toProvider(key, providerTemplate, audience.provider) : []),
  ];
}

/**
 * A reminder goes to the patient alone, once on each channel its steps lead to. Its key names the start, so a booking is
 * reminded once of each time it had.
 */
export function planReminder(booking: { readonly id: string; readonly startsAt: number }, template: string, patient: MessageAudience["patient"], steps: readonly ReminderStep[]): PlannedMessage[] {
  const reached = steps.flatMap(({ channel }) => reminderChannels(channel, patient));
  return onChannels(`${booking.id}:${booking.startsAt}`, template, reached.filter(({ channel }, index) => reached.findIndex((other) => other.channel === channel) === index));
}

/** What follows a visit goes to its patient once, on one channel: where they want reminders, else by e-mail when that is among what they chose. */
export function planAfterVisit(booking: { readonly id: string }, template: string, patient: MessageAudience["patient"]): PlannedMessage[] {
  const reached = reminderChannels("EMAIL", patient);
  return onChannels(booking.id, template, reached.slice(0, 1));
}

/** What the patient wants goes before what the service plans; a channel they did not choose is never used, and none is lost for it. */
function reminderChannels(channel: ReminderStep["channel"], patient: MessageAudience["patient"]) {
  const { reminderChoice } = patient;
  if (reminderChoice === "NONE") return [];
  if (reminderChoice !== null) return patientChannels({ ...patient, channels: [reminderChoice] });
  const chosen = patientChannels(patient);
  const planned = chosen.filter((reached) => reached.channel === channel);
  return planned.length > 0 ? planned : chosen;
}

/** An e-mail to the provider about something other than a booking; `key` begins with the id of what it is about. */
export function planProviderMessage(key: string, template: NoticeTemplate, email: string): PlannedMessage[] {
  return [planned(key, template, "PROVIDER", "EMAIL", email)];
}

/** The id of what a provider's message is about, when that is no booking. */
export const aboutOf = (dedupeKey: string): string => dedupeKey.split(":")[0] ?? "";

/** The contact card of a new patient, once for their booking whatever becomes of it. */
export function planContactCard(booking: { readonly id: string }, { notifyByCard, phone }: MessageAudience["provider"]): PlannedMessage[] {
  return notifyByCard && phone !== null ? [planned(booking.id, "provider-contact-card", "PROVIDER", "WHATSAPP", phone)] : [];
}

function toPatient(key: string, template: string, patient: MessageAudience["patient"]): PlannedMessage[] {
  return onChannels(key, template, patientChannels(patient));
}

const onChannels = (key: string, template: string, reached: readonly { channel: MessageChannel; address: string }[]): PlannedMessage[] =>
  reached.map(({ channel, address }) => planned(key, template, "PATIENT", channel, address));

function toProvider(key: string, template: string, provider: MessageAudience["provider"]): PlannedMessage[] {
  return [
    ...(provider.notifyByEmail ? [planned(key, template, "PROVIDER", "EMAIL", provider.email)] : []),
    ...(provider.notifyBySms && provider.phone !== null ? [planned(key, template, "PROVIDER", "SMS", provider.phone)] : []),
  ];
}

/** The chosen channels that can be reached; when none of them can, the first address there is. Nobody who chose none is written to. */
export function patientChannels(patient: Pick<MessageAudience["patient"], "channels" | "email" | "phone">): { channel: MessageChannel; address: string }[] {
  const addressFor = (channel: MessageChannel) => (channel === "EMAIL" ? patient.email : patient.phone);
  const reach = (channels: readonly MessageChannel[]) =>
    [...new Set(channels)].flatMap((channel) => {
      const address = addressFor(channel);
      return address === null ? [] : [{ channel, address }];
    });
  if (patient.channels.length === 0) return [];
  const chosen = reach(patient.channels);
  return chosen.length > 0 ? chosen : reach(["EMAIL", "SMS"]).slice(0, 1);
}

function planned(key: string, template: string, recipient: Recipient, channel: MessageChannel, address: string): PlannedMessage {
  return { recipient, channel, address, template, dedupeKey: `${key}:${template}:${recipient}:${channel}` };
}
