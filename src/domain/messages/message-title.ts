import { PHONE_CODE, PHONE_HELLO } from "@/domain/phones/phone-texts";
import { appointmentKind, APPOINTMENT_KINDS } from "./appointment-kinds";
import { readTemplate } from "./message-template";
import { noticeTitle, readNoticeTemplate } from "./notice-kinds";

/** What a message is, for people who look at the log: "Reminder, 24 hours before". */
export function messageTitle(template: string): string {
  const notice = readNoticeTemplate(template);
  if (notice !== null) return noticeTitle(notice);
  if (template === "staff-reply") return "Text from the clinic";
  if (template === "staff-card") return "Contact card of the clinic";
  if (template === PHONE_CODE) return "Code to confirm the number";
  if (template === PHONE_HELLO) return "First text to the number";
  if (template.startsWith("reply-")) return "Automatic answer";
  const read = readTemplate(template);
  if (read === null) return "Message";
  return read.minutesBefore === null ? appointmentKind(read.template).title : `${APPOINTMENT_KINDS.reminder.title}, ${leadInWords(read.minutesBefore)} before`;
}

function leadInWords(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 1440) return `${minutes / 1440} days`;
  if (minutes % 60 === 0) return minutes === 60 ? "1 hour" : `${minutes / 60} hours`;
  return `${minutes} minutes`;
}
