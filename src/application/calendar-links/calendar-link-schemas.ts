import * as z from "zod";
import { CalendarView } from "@/application/calendar/calendar-schemas";

export const CalendarLinkView = z.object({
  connectionId: z.uuid(),
  /** Where it is read from: the address itself is a secret. */
  host: z.string(),
  /** What could not be read of it. */
  notice: z.string().nullable(),
  calendar: CalendarView,
});
export type CalendarLinkView = z.infer<typeof CalendarLinkView>;

export const CalendarLinksView = z.object({
  /** False when this installation has calendars switched off. */
  isOn: z.boolean(),
  links: z.array(CalendarLinkView),
});

const LONGEST_ADDRESS = 2_000;
export const AddCalendarLinkInput = z.strictObject({
  address: z.string({ error: "must be the calendar's address" }).trim().min(1, { error: "must be the calendar's address" }).max(LONGEST_ADDRESS, { error: `must have at most ${LONGEST_ADDRESS} characters` }),
});
export type AddCalendarLinkInput = z.infer<typeof AddCalendarLinkInput>;

export const CalendarLinkInput = z.strictObject({ connectionId: z.uuid({ error: "must be the link's id" }) });
export type CalendarLinkInput = z.infer<typeof CalendarLinkInput>;
