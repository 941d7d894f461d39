import { EDIT_QUESTION_TEMPLATE, readTemplate, RECONNECT_TEMPLATE, type AppointmentTemplate } from "./message-template";

const TITLES: Readonly<Record<AppointmentTemplate, string>> = {
  "booking-pending": "Request received",
  "booking-confirmed": "Confirmation",
  "booking-approved": "Request accepted",
  "booking-declined": "Request declined",
  "booking-rescheduled": "New time",
  "booking-cancelled": "Cancellation",
  "booking-expired": "Request not answered in time",
  "meet-ready": "Video link",
  reminder: "Reminder",
  "provider-booking-pending": "New request",
  "provider-booking-confirmed": "New booking",
  "provider-booking-rescheduled": "Booking moved",
  "provider-booking-cancelled": "Booking cancelled",
  "provider-booking-expired": "Request ran out",
};

/** What a message is, for people who look at the log: "Reminder, 24 hours before". */
export function messageTitle(template: string): string {
  if (template === RECONNECT_TEMPLATE) return "Calendar needs reconnecting";
  if (template === EDIT_QUESTION_TEMPLATE) return "Question about a change in the calendar";
  if (template === "staff-reply") return "Text from the clinic";
  if (template.startsWith("reply-")) return "Automatic answer";
  const read = readTemplate(template);
  if (read === null) return "Message";
  return read.minutesBefore === null ? TITLES[read.template] : `${TITLES.reminder}, ${leadInWords(read.minutesBefore)} before`;
}

function leadInWords(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 1440) return `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
