import type { CalendarAuthPort, CalendarPort, MailboxPort, MeetPort } from "@/application/shared/ports";
import { googleCalendar } from "./google-calendar";
import { googleCalendarAuth } from "./google-calendar-auth";
import { gmailMailbox } from "./gmail-mailbox";
import type { GoogleConfig } from "./google-config";
import { googleMeet } from "./google-meet";

/** The Google adapters. Constructing them calls nobody. */
export const createGoogle = (config: GoogleConfig): { calendarAuth: CalendarAuthPort; calendar: CalendarPort; meet: MeetPort; mailbox: MailboxPort } => ({
  calendarAuth: googleCalendarAuth(config),
  calendar: googleCalendar(config),
  meet: googleMeet(config),
  mailbox: gmailMailbox(config),
});
