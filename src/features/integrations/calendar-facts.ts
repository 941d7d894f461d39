import type { CalendarView } from "@/application/calendar/calendar-schemas";
import { agoInWords, deviceMoment } from "./device-moment";

/** How fresh a calendar is, in words; `now` in epoch ms. */
export function calendarFacts(calendar: CalendarView, now: number): string[] {
  const reading = calendar.lastReadAt ? `Read ${agoInWords(calendar.lastReadAt, now)}` : calendar.firstReadEvents === null ? null : firstReadInWords(calendar.firstReadEvents);
  const push = calendar.lastPushAt && `Google last told us of a change ${agoInWords(calendar.lastPushAt, now)}`;
  const channel = calendar.channelExpiresAt && `Renewed by itself before ${deviceMoment(calendar.channelExpiresAt)}`;
  return [reading, push, channel].filter((fact) => fact !== null);
}

/** How far the first read of a calendar has come. */
export const firstReadInWords = (events: number): string => (events === 0 ? "Being read for the first time" : `Reading this calendar… ${events.toLocaleString("en")} events so far`);
