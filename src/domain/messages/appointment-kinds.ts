import type { AppointmentStatus } from "./appointment-facts";

export type Recipient = "PATIENT" | "PROVIDER";

/** What tells one kind of message about an appointment from another. Its words are in `words`, one entry in each language. */
export interface AppointmentKind {
  readonly recipient: Recipient;
  /** For people who look at the log. */
  readonly title: string;
  /** The states in which it is still true. */
  readonly trueIn: readonly AppointmentStatus[];
  /** Until when it is worth telling. */
  readonly toldUntil: "start" | "end" | "whenever";
  /** Why there is no appointment (any more), or null when it is coming. */
  readonly ending: "cancelled" | "declined" | "expired" | "past" | null;
  /** Where the one link of a text leads; "meet" is the video link, once there is one, "again" the same kind of visit with the same provider. */
  readonly link: "manage" | "book" | "again" | "meet" | "staff";
  /** It names the time that was known before. */
  readonly namesBefore?: true;
  /** The calendar entry it carries: one made or replaced, when the visit stands, or taken away, when there may be one. */
  readonly invite?: "REQUEST" | "CANCEL";
  /** Its button joins the video visit, once there is a link. */
  readonly joins?: true;
  /** The contact card of the patient goes along. */
  readonly carriesCard?: true;
  /** A reminder: it can be ended with one click. */
  readonly canBeEnded?: true;
  /** Nobody waits for it: what would arrive at night goes in the morning. */
  readonly waitsForDay?: true;
}

const patient = { recipient: "PATIENT", toldUntil: "start", ending: null, link: "manage" } as const;
const provider = { recipient: "PROVIDER", toldUntil: "start", ending: null, link: "staff" } as const;
const standing = { trueIn: ["CONFIRMED", "CHECKED_IN"], invite: "REQUEST" } as const;
const afterwards = { ...patient, trueIn: ["CONFIRMED", "CHECKED_IN", "COMPLETED"], toldUntil: "whenever", ending: "past", link: "again", canBeEnded: true, waitsForDay: true } as const;
const over = { toldUntil: "whenever" } as const;

/** Every kind of message about an appointment. A new one is a line here and an entry in each file of `words`. */
export const APPOINTMENT_KINDS = {
  "booking-pending": { ...patient, title: "Request received", trueIn: ["PENDING"] },
  "booking-confirmed": { ...patient, ...standing, title: "Confirmation" },
  "booking-approved": { ...patient, ...standing, title: "Request accepted" },
  "booking-declined": { ...patient, ...over, title: "Request declined", trueIn: ["DECLINED"], ending: "declined", link: "book", invite: "CANCEL" },
  "booking-rescheduled": { ...patient, title: "New time", trueIn: ["PENDING", "CONFIRMED", "CHECKED_IN"], namesBefore: true, invite: "REQUEST" },
  "booking-cancelled": { ...patient, ...over, title: "Cancellation", trueIn: ["CANCELLED"], ending: "cancelled", link: "book", namesBefore: true, invite: "CANCEL" },
  "booking-expired": { ...patient, ...over, title: "Request not answered in time", trueIn: ["EXPIRED"], ending: "expired", link: "book", invite: "CANCEL" },
  "meet-ready": { ...patient, ...standing, title: "Video link", toldUntil: "end", link: "meet", joins: true },
  reminder: { ...patient, title: "Reminder", trueIn: ["CONFIRMED"], joins: true, canBeEnded: true },
  "follow-up": { ...afterwards, title: "Thanks after the visit" },
  "come-back": { ...afterwards, title: "Time to come back" },
  "provider-booking-pending": { ...provider, title: "New request", trueIn: ["PENDING"] },
  "provider-booking-confirmed": { ...provider, title: "New booking", trueIn: ["CONFIRMED", "CHECKED_IN"] },
  "provider-booking-rescheduled": { ...provider, title: "Booking moved", trueIn: ["PENDING", "CONFIRMED", "CHECKED_IN"], namesBefore: true },
  "provider-booking-cancelled": { ...provider, ...over, title: "Booking cancelled", trueIn: ["CANCELLED"], ending: "cancelled", namesBefore: true },
  "provider-contact-card": { ...provider, title: "Contact card of a new patient", trueIn: ["CONFIRMED", "CHECKED_IN"], carriesCard: true },
  "provider-booking-expired": { ...provider, ...over, title: "Request ran out", trueIn: ["EXPIRED"], ending: "expired" },
  "provider-booking-clashes": { ...provider, title: "Request meets something in the calendar", trueIn: ["PENDING"] },
} as const satisfies Readonly<Record<string, AppointmentKind>>;

/** What a message about an appointment says. */
export type AppointmentTemplate = keyof typeof APPOINTMENT_KINDS;

export const appointmentKind = (template: AppointmentTemplate): AppointmentKind => APPOINTMENT_KINDS[template];

const isAppointmentTemplate = (name: string): name is AppointmentTemplate => Object.hasOwn(APPOINTMENT_KINDS, name);

export const APPOINTMENT_TEMPLATES: readonly AppointmentTemplate[] = Object.keys(APPOINTMENT_KINDS).filter(isAppointmentTemplate);

/** The kind that a stored name stands for; null when it is none of them. */
export const readAppointmentTemplate = (name: string): AppointmentTemplate | null => (isAppointmentTemplate(name) ? name : null);
