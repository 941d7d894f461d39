import type { AppointmentFacts } from "./appointment-facts";
import { instantSentence, readerZone, type AppointmentTime } from "./appointment-time";
import type { AppointmentTemplate } from "./message-template";

export interface AppointmentWords {
  readonly subject: string;
  readonly preheader: string;
  readonly heading: string;
  readonly lines: readonly string[];
  /** Why there is no appointment (any more), or null when it is coming. */
  readonly ending: "cancelled" | "declined" | "expired" | null;
  /** What the clinic's button does. */
  readonly staffAction: string;
}

/** The sentences of each message. They name who and when, and nothing about health. */
export function appointmentWords(template: AppointmentTemplate, facts: AppointmentFacts, when: AppointmentTime): AppointmentWords {
  const who = facts.provider.name;
  const patient = facts.patient.name;
  const at = when.sentence;
  const coming = { ending: null, staffAction: "Open the booking" };
  const was = facts.previousStartsAt === null ? [] : [`Before, it was ${instantSentence(facts.previousStartsAt, readerZone(facts, template.startsWith("provider-") ? "PROVIDER" : "PATIENT"))}.`];
  switch (template) {
    case "booking-confirmed":
      return { ...coming, subject: `Booked with ${who}: ${at}`, preheader: comingPreheader(facts), heading: "Your appointment is booked", lines: [`${who} is expecting you.`] };
    case "booking-pending":
      return { ...coming, subject: `Request received: ${who}, ${at}`, preheader: "The time is kept for you until it is answered.", heading: "Your request has arrived", lines: [`${who} will confirm it or suggest otherwise. The time is kept for you meanwhile, and we will tell you as soon as it is answered.`] };
    case "booking-approved":
      return { ...coming, subject: `Confirmed by ${who}: ${at}`, preheader: comingPreheader(facts), heading: "Your appointment is confirmed", lines: [`${who} has confirmed your request and is expecting you.`] };
    case "booking-declined":
      return { ...coming, ending: "declined", subject: `Not possible: ${who}, ${at}`, preheader: "Nothing is booked. Other times may suit you.", heading: "This time is not possible", lines: [`${who} cannot see you at this time. Nothing is booked. Perhaps another time suits you both.`] };
    case "booking-rescheduled":
      return facts.status === "PENDING"
        ? { ...coming, subject: `New time requested: ${who}, ${at}`, preheader: "We will tell you as soon as it is answered.", heading: "Your new time is requested", lines: [`${who} will confirm it or suggest otherwise. We will tell you as soon as it is answered.`, ...was] }
        : { ...coming, subject: `Moved with ${who}: ${at}`, preheader: comingPreheader(facts), heading: "Your appointment has moved", lines: [`${who} is expecting you at the new time.`, ...was] };
    case "booking-cancelled":
      return { ...coming, ending: "cancelled", subject: `Cancelled: ${who}, ${at}`, preheader: "This appointment will not take place.", heading: "Your appointment is cancelled", lines: [`Your appointment with ${who} will not take place. You need not do anything.`, ...was] };
    case "booking-expired":
      return { ...coming, ending: "expired", subject: `Not answered in time: ${who}, ${at}`, preheader: "Nothing is booked. Please choose another time.", heading: "Your request was not answered in time", lines: [`We are sorry: ${who} could not answer your request. Nothing is booked. Please choose another time.`] };
    case "meet-ready":
      return { ...coming, subject: `Your video link: ${who}, ${at}`, preheader: "Open the link a few minutes before the start.", heading: "Your video link is ready", lines: [`You will meet ${who} by video. Open the link a few minutes before the start; nothing needs to be installed.`] };
    case "reminder":
      return { ...coming, subject: `Reminder: ${who}, ${at}`, preheader: comingPreheader(facts), heading: "Your appointment is coming up", lines: [`${who} is expecting you.`] };
    case "provider-booking-confirmed":
      return { ...coming, subject: `New booking: ${at}`, preheader: "It is in your schedule.", heading: "You have a new booking", lines: [`${patient} has booked a time with you.`] };
    case "provider-booking-pending":
      return { ...coming, subject: `New request: ${at}`, preheader: "It waits for your answer.", heading: "You have a new request", lines: [`${patient} asks for this time. It is kept free until you answer.`], staffAction: "Answer the request" };
    case "provider-booking-rescheduled":
      return { ...coming, subject: `Moved: ${at}`, preheader: "The old time is free again.", heading: "A booking has moved", lines: [`${patient}’s booking has a new time. The old one is free again.`, ...was], ...(facts.status === "PENDING" && { staffAction: "Answer the request" }) };
    case "provider-booking-cancelled":
      return { ...coming, ending: "cancelled", subject: `Cancelled: ${at}`, preheader: "This time is free again.", heading: "A booking was cancelled", lines: [`${patient}’s booking was cancelled. This time is free again.`, ...was] };
    case "provider-booking-expired":
      return { ...coming, ending: "expired", subject: `Request expired: ${at}`, preheader: "This time is free again.", heading: "A request expired unanswered", lines: [`${patient}’s request was not answered in time. We have told them, and this time is free again.`] };
  }
}

function comingPreheader(facts: AppointmentFacts): string {
  if (facts.mode === "ONLINE") return facts.meetUrl === null ? "By video. How to move or cancel is inside." : "By video. The link and how to move or cancel are inside.";
  if (facts.mode === "PHONE") return "By phone. How to move or cancel is inside.";
  return "The address and how to move or cancel are inside.";
}
