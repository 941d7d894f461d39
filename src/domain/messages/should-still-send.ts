import type { AppointmentFacts, AppointmentStatus } from "./appointment-facts";
import { decideReminder } from "./decide-reminder";
import type { AppointmentTemplate } from "./message-template";
import { doNotSend, SEND, type SendVerdict } from "./send-verdict";

/** The states in which a message is still true. */
const TRUE_IN: Record<AppointmentTemplate, readonly AppointmentStatus[]> = {
  "booking-pending": ["PENDING"],
  "booking-confirmed": ["CONFIRMED", "CHECKED_IN"],
  "booking-approved": ["CONFIRMED", "CHECKED_IN"],
  "booking-rescheduled": ["PENDING", "CONFIRMED", "CHECKED_IN"],
  "booking-declined": ["DECLINED"],
  "booking-cancelled": ["CANCELLED"],
  "booking-expired": ["EXPIRED"],
  "meet-ready": ["CONFIRMED", "CHECKED_IN"],
  reminder: ["CONFIRMED"],
  "provider-booking-pending": ["PENDING"],
  "provider-booking-confirmed": ["CONFIRMED", "CHECKED_IN"],
  "provider-booking-rescheduled": ["PENDING", "CONFIRMED", "CHECKED_IN"],
  "provider-booking-cancelled": ["CANCELLED"],
  "provider-booking-expired": ["EXPIRED"],
};

const SINCE: Record<AppointmentStatus, string> = {
  HELD: "The booking is not complete.",
  PENDING: "The booking is waiting for an answer.",
  CONFIRMED: "The booking is confirmed by now.",
  CHECKED_IN: "The patient has already arrived.",
  COMPLETED: "The appointment is already over.",
  EXPIRED: "The request expired meanwhile.",
  DECLINED: "The request was declined meanwhile.",
  CANCELLED: "The booking was cancelled meanwhile.",
  RESCHEDULED: "The booking was moved meanwhile.",
  NO_SHOW: "The appointment is already over.",
};

/**
 * Whether a planned message is still true and useful at `now` (epoch ms): the booking may have changed since. The
 * reason is a sentence for the delivery log. `minutesBefore` is the lead of a reminder.
 */
export function shouldStillSend(template: AppointmentTemplate, facts: AppointmentFacts, now: number, minutesBefore: number | null = null): SendVerdict {
  if (!TRUE_IN[template].includes(facts.status)) return doNotSend(SINCE[facts.status]);
  if (template === "meet-ready" && facts.meetUrl === null) return doNotSend("There is no video link any more.");
  if (isAboutComing(template) && now >= (template === "meet-ready" ? facts.endsAt : facts.startsAt)) return doNotSend("The appointment has already begun.");
  return template === "reminder" && minutesBefore !== null ? decideReminder(facts, minutesBefore, now) : SEND;
}

/** Ends of a booking are told whenever; everything else only ahead of the appointment. */
const isAboutComing = (template: AppointmentTemplate) => !/(cancelled|declined|expired)$/.test(template);
