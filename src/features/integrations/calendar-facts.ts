import type { CalendarView } from "@/application/calendar/calendar-schemas";
import { agoInWords, deviceMoment } from "./device-moment";

/** How fresh a calendar is, in words; `now` in epoch ms. */
export function calendarFacts(calendar: CalendarView, now: number): string[] {
  const reading = calendar.lastReadAt ? `Read ${agoInWords(calendar.lastReadAt, now)}` : calendar.readsBusy ? "Being read for the first time" : null;
  const push = calendar.lastPushAt && `Google last told us of a change ${agoInWords(calendar.lastPushAt, now)}`;
  const channel = calendar.channelExpiresAt && `Renewed by itself before ${deviceMoment(calendar.channelExpiresAt)}`;
  return [reading, push, channel].filter((fact) => fact !== null);
}
