import type { AppointmentFacts, AppointmentStatus } from "./appointment-facts";
import { appointmentKind, type AppointmentTemplate } from "./appointment-kinds";
import { decideReminder } from "./decide-reminder";
import { doNotSend, SEND, type SendVerdict } from "./send-verdict";

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
  const { trueIn, toldUntil, ending } = appointmentKind(template);
  if (!trueIn.includes(facts.status)) return doNotSend(SINCE[facts.status]);
  if (ending === "past" && now < facts.endsAt) return doNotSend("The appointment is still to come.");
  if (template === "meet-ready" && facts.meetUrl === null) return doNotSend("There is no video link any more.");
  if (toldUntil !== "whenever" && now >= (toldUntil === "end" ? facts.endsAt : facts.startsAt)) return { ...doNotSend("The appointment has already begun."), isTooLate: true };
  return template === "reminder" && minutesBefore !== null ? decideReminder(facts, minutesBefore, now) : SEND;
}
