import type { CalendarAuthPort, CalendarPort, MeetPort } from "@/application/shared/ports";
import { googleCalendar } from "./google-calendar";
import { googleCalendarAuth } from "./google-calendar-auth";
import type { GoogleConfig } from "./google-config";
import { googleMeet } from "./google-meet";

/** The three Google adapters. Constructing them calls nobody. */
export const createGoogle = (config: GoogleConfig): { calendarAuth: CalendarAuthPort; calendar: CalendarPort; meet: MeetPort } => ({
  calendarAuth: googleCalendarAuth(config),
  calendar: googleCalendar(config),
  meet: googleMeet(config),
});
